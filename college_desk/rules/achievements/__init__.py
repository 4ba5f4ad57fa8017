"""Rules of honours, certificates, contests, platforms and training classes."""
