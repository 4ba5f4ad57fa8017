"""Where a frozen build starts."""

import sys

from college_desk.__main__ import main

sys.exit(main(sys.argv[1:]))
