//! What holds between records: ids that exist, translations, dates, the chain from aim to indicator.
