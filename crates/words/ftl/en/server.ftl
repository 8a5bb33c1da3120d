# The server
serve-analyst = Analyst
serve-ready =
    The workbench is ready. Open this link in your browser; it works once and for an hour:

      { $link }

    Studies are kept in { $db }. Ctrl+C stops it.
serve-stopped = Stopped; everything that was saved is in the database.
serve-listen = Cannot listen at that address: { $reason }. Try another port: `atalaya serve --listen 127.0.0.1:8721`.
serve-database = Cannot open the database { $db }: { $reason }
cli-about-serve = Open the workbench in the browser: the whole study, from the question to the report
cli-serve-demo = With the example study
cli-value-addr = ADDRESS
serve-team =
    The workbench is ready at { $link }.

    Studies are kept in { $db }. Ctrl+C stops it.
serve-clear = Other machines could reach { $address } and read what passes by. Put a proxy in front that ends TLS and say its address: `atalaya serve --listen { $address } --public-url https://name`. In a network that you trust, `--insecure` does without.
serve-address = “{ $address }” is not the address of a server. It looks like `https://foresight.example.org`, without a path.
cli-serve-db = Where studies are kept: a file, or `postgres://…`; without it, atalaya.db in this folder
cli-serve-listen = Address and port (by default 127.0.0.1:8720, which only this machine reaches)
cli-serve-public_url = The address under which others reach it, https://name; a proxy in front ends TLS
cli-serve-trusted_proxy = Address of that proxy, whose word is taken for where a request comes from (may be repeated)
cli-serve-insecure = Let others reach it without encryption
cli-about-backup = Copy every study, its history and its people into one file, while the server runs
cli-backup-out = The file to make
cli-backup-db = The database: a file, or `postgres://…` (by default atalaya.db)
cli-about-restore = Fill an empty database from what `backup` wrote
cli-restore-from = The file that `backup` wrote
cli-restore-db = The database to fill: a new file, or an empty one of PostgreSQL (by default atalaya.db)
cli-about-link = A link that signs a person in once, for an hour: for who forgot a password
cli-link-email = Their address; without it, the analyst who works alone
cli-link-db = The database: a file, or `postgres://…` (by default atalaya.db)
cli-link-public_url = What the link begins with (by default http://127.0.0.1:8720)
backup-done = { $out }: { $studies ->
    [one] 1 study
   *[other] { $studies } studies
}, with history and people. Keep it as you keep the database: it holds names, addresses and answers.
backup-exists = { $out } is there already and was left as it is. Give another name.
backup-none = There is no database { $db }. Say where it is: `--db FILE`.
restore-done = { $db } holds what { $from } kept: { $studies ->
    [one] 1 study
   *[other] { $studies } studies
}. Start it with `atalaya serve --db { $db }`.
restore-taken = { $db } is not empty, and nothing was changed. Give the name of a new file.
restore-corrupt = { $from } is no backup, or a part of it is missing: { $reason }. Nothing was changed.
link-done =
    Open this link in a browser; it works once and for an hour:

      { $link }
link-nobody = Nobody has the address { $email } in { $db }.
cli-value-email = EMAIL
cli-value-url = URL

# Coming in, and the people of a study
web-sign-in = Sign in
web-sign-in-about = Nobody signs up here: one comes by an invitation of a study’s organisers. Whoever forgot the password asks the person who looks after the server for a link (`atalaya link`).
web-email = E-mail
web-password = Password
web-me = My account
web-me-who = Who you are
web-me-name = Name, as it stands in the history of your studies
web-me-password = Change the password
web-me-password-first = Set a password
web-me-password-about = At least ten characters. Three or four words that have nothing to do with each other are easy to remember and hard to guess.
web-me-password-old = Present password
web-me-password-new = New password
web-tokens = Tokens for programs
web-tokens-about = With a token, a program reads and writes your studies in your name: `Authorization: Bearer TOKEN`. What it can ask is described in `/api/v1/openapi.json`.
web-token-made = Copy it now: it is not shown again.
web-token-name = What it is for
web-token-make = Make a token
web-token-since = made on { $when }
web-token-used = last used on { $when }
web-token-unused = never used
web-revoke = Take back
web-remove = Remove
web-people = People
web-role = Role
web-role-organiser-about = reads and writes, invites others
web-role-reader-about = reads everything, changes nothing
web-invite = Invite somebody
web-invite-about = You get a link, and send it to the person yourself. It works once, for a week.
web-invite-make = Make the link
web-invite-made = Send this link. It is not shown again.
web-invited-open = Invitations that nobody has used yet
web-invite-until = until { $when }
web-invited = { $by } invites you to this study.
web-invited-organiser = You will read and write in it, and may invite others.
web-invited-reader = You will read all of it.
web-invited-as = You are signed in as { $name }.
web-join = Join the study
web-join-new = I am new here
web-join-known = I have an account
web-reads-only = You read this study: you see everything and change nothing.
web-role-set = Role of { $name } from now on: { $role }.
web-removed = { $name } is no longer in the study; what they wrote stays. To bring them back, invite them again.
