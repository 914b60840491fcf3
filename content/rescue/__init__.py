"""RESCUE: food and protective equipment, to the right people."""
