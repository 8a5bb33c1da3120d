//! Files to records and back: the study folder, the archive, the workbook, matrices.
