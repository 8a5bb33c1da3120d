# Diagnósticos
severity-error = error
severity-warning = advertencia
severity-gap = falta
check-summary = { $errors ->
    [0] Sin errores
    [one] 1 error
   *[other] { $errors } errores
}, { $warnings ->
    [0] sin advertencias
    [one] 1 advertencia
   *[other] { $warnings } advertencias
}, { $gaps ->
    [0] nada por completar
    [one] 1 dato por completar
   *[other] { $gaps } datos por completar
}.
