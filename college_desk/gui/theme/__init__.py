"""How the window looks: tokens, fonts, icons, the style sheet; light and dark."""
