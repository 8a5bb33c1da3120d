//! Findings and charts to documents: HTML, PDF, tables and figures.
