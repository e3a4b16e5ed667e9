"""The pages under /personal/register/importera/."""
