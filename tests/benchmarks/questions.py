"""What the interviewers of the benchmark's interviews ask."""

QUESTIONS = {
    "question": """
        What happened in {place}?
        How did you travel from {town} to {town}?
        Who helped you when you were in {place}?
        Did {police} do anything to you near {town}?
        Did {smuggler} treat you well on the way to {town}?
        You mentioned {place}, can you say more about {subject}?
        How long did you stay in {place}, and with whom?
        What did you pay for the way from {old_town} to {town}?
        Were you ever robbed or attacked near {town}?
        What would you have needed in {place}?
        Can you tell me about {when}, when you were in {place}?
        How was the food in {shelter}?
        And {kin}, where is he or she since {when}?
        Did you hear of violence near {town}, or did you see it?
        What do you know about {subject} in {country}?
        And after {town}, where did you go {when}?
    """,
    "official_question": """
        How did the situation in {town} change {period}?
        Who are the people you see in {town} {period}?
        What do {officials} do about smugglers near {town}?
        Is there violence against {movers} near {town}, and by whom?
        How do smugglers work between {town} and {town}?
        What is the role of {organisations} in {town}?
        What about {movers}, what do they need in {town}?
        Has the cooperation between {country} and {country} an effect on {movers}?
        What should {officials} do differently for {movers}?
        Would you say that arrivals in {town} changed {period}?
        How reliable are the figures on {movers} in {town}?
        Can {movers} ask for asylum in {town}?
    """,
    "prompt": """
        Yes? | And then? | I see. | Please go on. | Why? | Who was that? | How do you know? | Mhm. | And you?
        Can you give an example? | What do you mean? | Take your time.
    """,
}
