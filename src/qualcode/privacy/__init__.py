"""What may be published of a study without making anybody easier to find."""
