# El servidor
serve-analyst = Analista
serve-ready =
    El taller está listo. Abra este enlace en su navegador; sirve una vez y durante una hora:

      { $link }

    Los estudios se guardan en { $db }. Ctrl+C lo detiene.
serve-stopped = Se detuvo; todo lo guardado está en la base de datos.
serve-listen = No se puede escuchar en esa dirección: { $reason }. Pruebe con otro puerto: `atalaya serve --listen 127.0.0.1:8721`.
serve-database = No se puede abrir la base de datos { $db }: { $reason }
cli-about-serve = Abre el taller en el navegador: el estudio entero, de la pregunta al informe
cli-serve-demo = Con el estudio de ejemplo
cli-value-addr = DIRECCIÓN
serve-team =
    El taller está listo en { $link }.

    Los estudios se guardan en { $db }. Ctrl+C lo detiene.
serve-clear = Otras máquinas podrían llegar a { $address } y leer lo que pasa. Ponga delante un proxy que termine TLS y diga su dirección: `atalaya serve --listen { $address } --public-url https://nombre`. En una red de confianza, `--insecure` lo permite sin cifrar.
serve-address = «{ $address }» no es la dirección de un servidor. Se escribe como `https://prospectiva.example.org`, sin ruta.
cli-serve-db = Dónde se guardan los estudios: un archivo o `postgres://…`; si falta, atalaya.db en esta carpeta
cli-serve-listen = Dirección y puerto (por defecto 127.0.0.1:8720, al que solo llega esta máquina)
cli-serve-public_url = La dirección con la que llegan los demás, https://nombre; un proxy delante termina TLS
cli-serve-trusted_proxy = Dirección de ese proxy, al que se cree de dónde viene cada solicitud (puede repetirse)
cli-serve-insecure = Permite que otros lleguen sin cifrado
cli-about-backup = Copia todos los estudios, su historial y sus personas en un archivo, con el servidor en marcha
cli-backup-out = El archivo que se hará
cli-backup-db = La base de datos: un archivo o `postgres://…` (por defecto, atalaya.db)
cli-about-restore = Llena una base de datos vacía con lo que escribió `backup`
cli-restore-from = El archivo que escribió `backup`
cli-restore-db = La base que se llenará: un archivo nuevo o una vacía de PostgreSQL (por defecto, atalaya.db)
cli-about-link = Un enlace con el que una persona entra una vez, durante una hora: para quien olvidó su contraseña
cli-link-email = Su correo; si falta, el analista que trabaja a solas
cli-link-db = La base de datos: un archivo o `postgres://…` (por defecto, atalaya.db)
cli-link-public_url = Con qué empieza el enlace (por defecto, http://127.0.0.1:8720)
backup-done = { $out }: { $studies ->
    [one] 1 estudio
   *[other] { $studies } estudios
}, con su historial y sus personas. Guárdelo como guarda la base de datos: contiene nombres, correos y respuestas.
backup-exists = { $out } ya existe y se dejó como está. Dé otro nombre.
backup-none = No hay ninguna base de datos { $db }. Diga dónde está: `--db ARCHIVO`.
restore-done = { $db } tiene lo que guardaba { $from }: { $studies ->
    [one] 1 estudio
   *[other] { $studies } estudios
}. Se abre con `atalaya serve --db { $db }`.
restore-taken = { $db } no está vacía y no se cambió nada. Dé el nombre de un archivo nuevo.
restore-corrupt = { $from } no es una copia de seguridad, o le falta una parte: { $reason }. No se cambió nada.
link-done =
    Abra este enlace en un navegador; sirve una vez y durante una hora:

      { $link }
link-nobody = Nadie tiene el correo { $email } en { $db }.
cli-value-email = CORREO
cli-value-url = URL

# Entrar, y las personas de un estudio
web-sign-in = Entrar
web-sign-in-about = Aquí nadie se registra por su cuenta: se llega por invitación de quienes organizan un estudio. Quien olvidó su contraseña pide un enlace a quien cuida el servidor (`atalaya link`).
web-email = Correo
web-password = Contraseña
web-me = Mi cuenta
web-me-who = Quién es usted
web-me-name = Nombre, como aparece en el historial de sus estudios
web-me-password = Cambiar la contraseña
web-me-password-first = Poner una contraseña
web-me-password-about = Al menos diez caracteres. Tres o cuatro palabras sin relación entre sí son fáciles de recordar y difíciles de adivinar.
web-me-password-old = Contraseña actual
web-me-password-new = Contraseña nueva
web-tokens = Claves para programas
web-tokens-about = Con una clave, un programa lee y escribe en sus estudios en nombre de usted: `Authorization: Bearer CLAVE`. Lo que puede pedir está descrito en `/api/v1/openapi.json`.
web-token-made = Cópiela ahora: no se vuelve a mostrar.
web-token-name = Para qué es
web-token-make = Crear una clave
web-token-since = creada el { $when }
web-token-used = usada por última vez el { $when }
web-token-unused = nunca usada
web-revoke = Retirar
web-remove = Quitar
web-people = Personas
web-role = Papel
web-role-organiser-about = lee y escribe, invita a otras personas
web-role-reader-about = lee todo, no cambia nada
web-invite = Invitar a alguien
web-invite-about = Obtiene un enlace y se lo envía usted a la persona. Sirve una vez, durante una semana.
web-invite-make = Crear el enlace
web-invite-made = Envíe este enlace. No se vuelve a mostrar.
web-invited-open = Invitaciones que nadie ha usado todavía
web-invite-until = hasta el { $when }
web-invited = { $by } le invita a este estudio.
web-invited-organiser = Podrá leer y escribir en él, e invitar a otras personas.
web-invited-reader = Podrá leerlo entero.
web-invited-as = Ha entrado como { $name }.
web-join = Unirse al estudio
web-join-new = Soy nuevo aquí
web-join-known = Ya tengo cuenta
web-reads-only = Usted lee este estudio: puede ver todo y no cambia nada.
web-role-set = Papel de { $name } desde ahora: { $role }.
web-removed = { $name } ya no está en el estudio; lo que escribió se queda. Para que vuelva, haga otra invitación.
