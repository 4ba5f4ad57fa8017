"""Rules about people, wherever a register names one: number, name, sex, birth, age."""
