# Diagnostics
severity-error = error
severity-warning = warning
severity-gap = gap
check-summary = { $errors ->
    [0] No errors
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [one] 1 warning
   *[other] { $warnings } warnings
}, { $gaps ->
    [0] nothing left to complete
    [one] 1 gap to complete
   *[other] { $gaps } gaps to complete
}.
