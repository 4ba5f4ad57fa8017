"""The forms of apprentices: 现代学徒制, 企业新型学徒制."""
