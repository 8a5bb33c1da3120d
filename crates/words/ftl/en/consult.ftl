# consult
