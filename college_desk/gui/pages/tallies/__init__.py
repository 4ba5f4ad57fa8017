"""The page 统计: cross tables, the year's progress, rosters compared; a tab each."""
