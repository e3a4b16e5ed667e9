"""What the public pages say besides figures: words, forms, methods, laws, recommendations and sourced facts.

The content is data (TOML beside this file, Swedish and English); `reading` reads it, `lint` minds its words.
"""
