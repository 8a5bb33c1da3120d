//! What a study is: records, ids, families, questions, answers, diagnostics codes.
