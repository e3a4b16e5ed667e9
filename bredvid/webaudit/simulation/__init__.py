"""An invented audit for the demonstration."""
