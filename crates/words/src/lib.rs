//! Sentences and numbers for people, in Spanish and English.
