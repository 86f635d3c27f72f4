"""What the key informants of the benchmark's interviews say: clauses by subject of talk."""

TRENDS = {
    "numbers": """
        the number of arrivals in {town} {trend} {period}
        {share} of those we meet in {town} are {movers}
        we registered {number} people in {town} {period}
        {movers} stay in {town} for {how_long} and then move on to {country}
        the figures of {officials} do not show those who are never stopped near {town}
        the route through {country} {trend} {period}
        more {movers} come through {town} {period}
        {movers} arrive from {old_town} {with_what}
        we see {movers} who were returned {times} from {country}
        the data of {officials} count the same person {times}
        {movers} avoid {shelter} and sleep at {spot}
        the average stay in {shelter} is {how_long}
        {period} the profile {trend} and {movers} are now {share}
        the winter in {town} was mild and the crossings {trend}
        nobody counts {movers} in {wild}
    """,
    "business": """
        smugglers changed the route from {town} to {town} {period}
        {smuggler} advertises on TikTok and Telegram in {number} languages
        the price from {town} to {country} is {sum} {period}
        {movers} depend on smugglers because the border near {town} is closed
        smugglers use {local} as drivers near {town}
        smugglers held {movers} in a house near {town} for {how_long}
        the network sends guides of {age} so that the organisers stay in {old_town}
        smugglers beat and rob {movers} near {town}
        {gang} kidnapped {movers} near {town} {when}
        violence by smugglers {trend} {period}
        there is no proof that {gang} works with {officials}
        {movers} pay {sum} in {old_town} and again in {town}
        smugglers abandon {movers} in {wild} when a patrol comes
        the fee for a package to {country} {trend}
        {movers} work off the debt {job}
        we did not hear of a kidnapping in {town} {period}
    """,
    "policing": """
        {officials} signed an agreement on readmission with {country} {when}
        {police} raided {spot} and took {number} people to {shelter}
        {police} push people back over {river} {times}
        {movers} report that {police} beat them {hard_way}
        arrests of smugglers {trend} {period}
        the court in {town} sentenced {number} drivers {when}
        {officials} bought drones and cameras for the border near {town}
        joint patrols with {country} began {when}
        {police} were trained by Frontex {when}
        {police} no longer use dogs near {town}
        {officials} deny that anybody was beaten near {town}
        {number} officers from {country} came to {town} {period}
        the law on foreigners was changed {when} under pressure of the Union
        {officials} would arrest the small drivers and not the organisers
        complaints against {police} were dismissed {period}
        the cooperation between {country} and {country} is {quality}
    """,
}

WORK = {
    "services": """
        {organisations} run a clinic in {town} on {weekday} and {weekday}
        {organisations} lost {share} of the budget {period}
        {shelter} has {number} beds and {number} people
        {organisations} hand out {gear} and {food} at {spot}
        access to asylum in {town} is {quality}
        {movers} wait {how_long} for an interview with {officials}
        there is no safe place for {movers} in {town}
        {organisations} refer minors to {officials} but the guardians are {quality}
        legal aid in {town} is {quality}
        {helper} visits {shelter} {times}
        {officials} closed {shelter} {when}
        a visa for {country} takes {how_long}
        the response of {officials} is {quality}
        nobody tells {movers} how to ask for asylum in their language
        protection is second to control for {officials}
        the psychologist comes from {town} {times}
    """,
    "town_life": """
        {town} is a small town and everybody knows {local}
        {local} in {town} opened a shop at {spot} {when}
        the road to {town} is closed {period}
        young people from {town} leave for {country} and work {job}
        {spot} is {number} minutes from my office
        there was a concert at {spot} {when}
        my neighbour in {town} teaches {school_thing}
        in {town} you can still buy {food} and {food} for {sum}
        the teachers of {town} went on strike {when}
        the factory near {town} closed {period}
        people in {town} speak about {subject} {times}
        the old mayor of {town} was {job} before
        we had {number} pupils from {home_country} at the school in {town} {period}
        the museum of {town} shows {gear} and photographs from {year}
        {weather} and the bridge at {spot} was closed for {how_long}
        the tourists come to {town} in {month} and want {food}
        I walk to {spot} every {weekday}
        it is {opinion} in {town} {period}
    """,
    "office": """
        I have worked in {town} for {how_long}
        I coordinate a team of {number} people in {town} and {town}
        before that I was {job} in {town}
        {organisations} meet every {weekday} at {spot}
        we wrote a report about {subject} {when}
        {officials} invited us to {town} {when}
        I was in {country} for a conference {when}
        my colleague in {town} knows more about {subject}
        the project ends in {month} {year}
        our car broke down on the way to {town} {when}
        the coordination with {officials} is {quality}
        I can send you the report on {subject} after {weekday}
        the media in {country} write about {subject} {times}
        the local elections in {town} were about {subject}
        {officials} and {organisations} disagree about {subject}
        my first job was {job}
        the office moved from {spot} to {spot}
        we rented {vehicle} for the field visits
        the donors ask for numbers about {subject} {times}
    """,
}

SHORT = {
    "brief": """
        in {town}, {town} and {town} | {movers} in {town}, {period} | {officials} in {month} {year}, {number} times
        {number} in {town}, {number} in {town} | between {town} and {town}, {period} | {organisations}, {period}
        mostly {movers}, {period} | in {town} above all | about {number}, {period} | {officials}, yes, {period}
        {share}, I would say, {period} | less in {town}, more in {town} | {quality}, {period}
        that was in {month} {year} | from {town} towards {country}, {period} | not {movers}, no, {period}
        {organisations} and {officials}, {times} | {trend} {period} | {movers} and {movers}
        {sum} per person, {period} | near {spot}, mainly
    """,
}

OFFICES = (TRENDS, WORK, SHORT)
"""Symbols of `vocabulary` are used in all of them."""
