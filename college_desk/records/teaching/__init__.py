"""Part-time teachers, their appointments, lessons and pay."""
