//! People, and what signs them in: sessions, links, tokens. Of every token only the SHA-256 is kept.

use sqlx::{Row, any::AnyRow};

use crate::{Error, Result, Store, database::token};

/// A person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Permanent id, given by the caller.
    pub id: String,
    /// Name.
    pub name: String,
    /// Address: trimmed, in lower case, nobody else's.
    pub email: String,
    /// The hash of the password, as the caller computes it; empty where there is none.
    pub password: String,
    /// When the person came.
    pub created: i64,
}

/// A person who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The person.
    pub person: String,
    /// When it began.
    pub created: i64,
    /// When it was last seen, to the minute.
    pub seen: i64,
    /// Until when it holds.
    pub expires: i64,
}

/// A personal token for programs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiToken {
    /// The hash of the token, which names it.
    pub hash: String,
    /// What its owner calls it.
    pub name: String,
    /// When it was made.
    pub created: i64,
    /// When it was last used, to the minute; 0 where it never was.
    pub used: i64,
}

/// What is noted of a use no more often than this, so that reading a page writes nothing.
const MINUTE: i64 = 60_000;

fn email(text: &str) -> Result<String> {
    let email = text.trim().to_lowercase();
    let good = email.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty())
        && !email.contains(|c: char| c.is_whitespace() || c.is_control());
    if good { Ok(email) } else { Err(Error::invalid("email", text)) }
}

fn check_name(name: &str) -> Result<()> {
    let good = !name.trim().is_empty() && !name.contains('\0');
    if good { Ok(()) } else { Err(Error::invalid("name", name)) }
}

impl Person {
    fn of(row: &AnyRow) -> Result<Self> {
        Ok(Self {
            id: row.try_get("id")?,
            name: row.try_get("name")?,
            email: row.try_get("email")?,
            password: row.try_get("password")?,
            created: row.try_get("created")?,
        })
    }
}

impl Store {
    /// Adds a person; the address is kept in lower case.
    ///
    /// # Errors
    /// [`Error::Taken`] where the id or the address is, [`Error::Invalid`] where the address is none.
    pub async fn create_person(&self, person: &Person) -> Result<Person> {
        check_name(&person.name)?;
        if person.id.is_empty() || person.id.contains(|c: char| c.is_whitespace() || c.is_control()) {
            return Err(Error::invalid("id", &person.id));
        }
        let person = Person { email: email(&person.email)?, ..person.clone() };
        let mut transaction = self.write().await?;
        sqlx::query("INSERT INTO person (id, name, email, password, created) VALUES ($1, $2, $3, $4, $5)")
            .bind(&person.id)
            .bind(&person.name)
            .bind(&person.email)
            .bind(&person.password)
            .bind(person.created)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(person)
    }

    /// A person by id.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none.
    pub async fn person(&self, id: &str) -> Result<Person> {
        let row =
            sqlx::query("SELECT * FROM person WHERE id = $1").bind(id).fetch_optional(self.reader()).await?;
        Person::of(&row.ok_or(Error::NotFound)?)
    }

    /// A person by address, in whatever case it is written.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none.
    pub async fn person_by_email(&self, address: &str) -> Result<Person> {
        let address = email(address).map_err(|_| Error::NotFound)?;
        let row = sqlx::query("SELECT * FROM person WHERE email = $1")
            .bind(address)
            .fetch_optional(self.reader())
            .await?;
        Person::of(&row.ok_or(Error::NotFound)?)
    }

    /// Everyone, by name.
    ///
    /// # Errors
    /// What the database says.
    pub async fn people(&self) -> Result<Vec<Person>> {
        let rows = sqlx::query("SELECT * FROM person").fetch_all(self.reader()).await?;
        let mut all = rows.iter().map(Person::of).collect::<Result<Vec<_>>>()?;
        all.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        Ok(all)
    }

    /// Changes the name and the address of a person.
    ///
    /// # Errors
    /// [`Error::Taken`] where the address is another's, [`Error::NotFound`] where there is no such person.
    pub async fn update_person(&self, id: &str, name: &str, address: &str) -> Result<()> {
        check_name(name)?;
        let query = sqlx::query("UPDATE person SET name = $2, email = $3 WHERE id = $1 RETURNING id")
            .bind(id)
            .bind(name)
            .bind(email(address)?);
        self.change(query).await?.ok_or(Error::NotFound)?;
        Ok(())
    }

    /// Changes the hash of a person's password, and signs the person out everywhere.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is no such person.
    pub async fn set_password(&self, id: &str, password: &str) -> Result<()> {
        let mut transaction = self.write().await?;
        sqlx::query("UPDATE person SET password = $2 WHERE id = $1 RETURNING id")
            .bind(id)
            .bind(password)
            .fetch_optional(&mut *transaction)
            .await?
            .ok_or(Error::NotFound)?;
        for text in ["DELETE FROM session WHERE person = $1", "DELETE FROM login_link WHERE person = $1"] {
            sqlx::query(text).bind(id).execute(&mut *transaction).await?;
        }
        Ok(transaction.commit().await?)
    }

    /// Signs a person in.
    ///
    /// # Errors
    /// [`Error::Invalid`] where the token has fewer than 16 bytes.
    pub async fn open_session(&self, secret: &[u8], person: &str, now: i64, expires: i64) -> Result<()> {
        let query = sqlx::query(
            "INSERT INTO session (hash, person, created, seen, expires) VALUES ($1, $2, $3, $3, $4)",
        )
        .bind(token(secret)?)
        .bind(person)
        .bind(now)
        .bind(expires);
        self.change(query).await?;
        Ok(())
    }

    /// The session of a token, where it holds; that it was seen is noted once a minute.
    ///
    /// # Errors
    /// [`Error::NotFound`] where it does not hold.
    pub async fn session(&self, secret: &[u8], now: i64) -> Result<Session> {
        let hash = token(secret).map_err(|_| Error::NotFound)?;
        let row = sqlx::query(
            "SELECT person, created, seen, expires FROM session WHERE hash = $1 AND expires > $2",
        )
        .bind(&hash)
        .bind(now)
        .fetch_optional(self.reader())
        .await?
        .ok_or(Error::NotFound)?;
        let mut session = Session {
            person: row.try_get("person")?,
            created: row.try_get("created")?,
            seen: row.try_get("seen")?,
            expires: row.try_get("expires")?,
        };
        if now - session.seen >= MINUTE {
            session.seen = now;
            self.change(sqlx::query("UPDATE session SET seen = $2 WHERE hash = $1").bind(&hash).bind(now))
                .await?;
        }
        Ok(session)
    }

    /// Gives a session another token; the old one no longer holds.
    ///
    /// # Errors
    /// [`Error::NotFound`] where the old one does not hold.
    pub async fn rotate_session(&self, old: &[u8], new: &[u8], now: i64, expires: i64) -> Result<()> {
        let query = sqlx::query("UPDATE session SET hash = $2, seen = $3, expires = $4 WHERE hash = $1 AND expires > $3 RETURNING hash")
            .bind(token(old).map_err(|_| Error::NotFound)?)
            .bind(token(new)?)
            .bind(now)
            .bind(expires);
        self.change(query).await?.ok_or(Error::NotFound)?;
        Ok(())
    }

    /// Signs a session out; that there is none is no error.
    ///
    /// # Errors
    /// What the database says.
    pub async fn close_session(&self, secret: &[u8]) -> Result<()> {
        let Ok(hash) = token(secret) else { return Ok(()) };
        let query = sqlx::query("DELETE FROM session WHERE hash = $1").bind(hash);
        self.change(query).await?;
        Ok(())
    }

    /// Signs a person out everywhere.
    ///
    /// # Errors
    /// What the database says.
    pub async fn close_sessions(&self, person: &str) -> Result<()> {
        let query = sqlx::query("DELETE FROM session WHERE person = $1").bind(person);
        self.change(query).await?;
        Ok(())
    }

    /// A link that signs a person in once.
    ///
    /// # Errors
    /// [`Error::Invalid`] where the token has fewer than 16 bytes.
    pub async fn create_login_link(&self, secret: &[u8], person: &str, expires: i64) -> Result<()> {
        let query = sqlx::query("INSERT INTO login_link (hash, person, expires) VALUES ($1, $2, $3)")
            .bind(token(secret)?)
            .bind(person)
            .bind(expires);
        self.change(query).await?;
        Ok(())
    }

    /// The person of a link, which holds no longer.
    ///
    /// # Errors
    /// [`Error::NotFound`] where it did not hold.
    pub async fn redeem_login_link(&self, secret: &[u8], now: i64) -> Result<String> {
        let query = sqlx::query("DELETE FROM login_link WHERE hash = $1 AND expires > $2 RETURNING person")
            .bind(token(secret).map_err(|_| Error::NotFound)?)
            .bind(now);
        Ok(self.change(query).await?.ok_or(Error::NotFound)?.try_get("person")?)
    }

    /// Makes a token for a person's programs.
    ///
    /// # Errors
    /// [`Error::Invalid`] where the token has fewer than 16 bytes or the name is empty.
    pub async fn create_api_token(&self, secret: &[u8], person: &str, name: &str, now: i64) -> Result<()> {
        check_name(name)?;
        let query = sqlx::query(
            "INSERT INTO api_token (hash, person, name, created, used) VALUES ($1, $2, $3, $4, 0)",
        )
        .bind(token(secret)?)
        .bind(person)
        .bind(name)
        .bind(now);
        self.change(query).await?;
        Ok(())
    }

    /// The person of a token; that it was used is noted once a minute.
    ///
    /// # Errors
    /// [`Error::NotFound`] where nobody has it.
    pub async fn api_token(&self, secret: &[u8], now: i64) -> Result<String> {
        let hash = token(secret).map_err(|_| Error::NotFound)?;
        let row = sqlx::query("SELECT person, used FROM api_token WHERE hash = $1")
            .bind(&hash)
            .fetch_optional(self.reader())
            .await?
            .ok_or(Error::NotFound)?;
        if now - row.try_get::<i64, _>("used")? >= MINUTE {
            self.change(sqlx::query("UPDATE api_token SET used = $2 WHERE hash = $1").bind(&hash).bind(now))
                .await?;
        }
        Ok(row.try_get("person")?)
    }

    /// The tokens of a person, the newest first.
    ///
    /// # Errors
    /// What the database says.
    pub async fn api_tokens(&self, person: &str) -> Result<Vec<ApiToken>> {
        let rows = sqlx::query("SELECT hash, name, created, used FROM api_token WHERE person = $1")
            .bind(person)
            .fetch_all(self.reader())
            .await?;
        let mut all = Vec::with_capacity(rows.len());
        for row in rows {
            all.push(ApiToken {
                hash: row.try_get("hash")?,
                name: row.try_get("name")?,
                created: row.try_get("created")?,
                used: row.try_get("used")?,
            });
        }
        all.sort_by(|a, b| b.created.cmp(&a.created).then_with(|| a.hash.cmp(&b.hash)));
        Ok(all)
    }

    /// Takes a person's token back.
    ///
    /// # Errors
    /// [`Error::NotFound`] where the person has no such token.
    pub async fn revoke_api_token(&self, person: &str, hash: &str) -> Result<()> {
        let query = sqlx::query("DELETE FROM api_token WHERE person = $1 AND hash = $2 RETURNING hash")
            .bind(person)
            .bind(hash);
        self.change(query).await?.ok_or(Error::NotFound)?;
        Ok(())
    }

    /// Forgets sessions and links that no longer hold.
    ///
    /// # Errors
    /// What the database says.
    pub async fn forget_expired(&self, now: i64) -> Result<()> {
        let mut transaction = self.write().await?;
        for text in ["DELETE FROM session WHERE expires <= $1", "DELETE FROM login_link WHERE expires <= $1"]
        {
            sqlx::query(text).bind(now).execute(&mut *transaction).await?;
        }
        Ok(transaction.commit().await?)
    }
}
