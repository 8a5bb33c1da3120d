//! Studies and who may do what in them. [`Access`] is the only way to a study's content.

use sqlx::{Any, Row, Transaction, any::AnyRow};

use crate::{Error, Result, Store, database::token};

/// What a member of a study may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Reads.
    Reader,
    /// Reads, writes, invites.
    Organiser,
}

impl Role {
    /// The word that is kept.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Organiser => "organiser",
        }
    }

    /// The role of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Reader, Self::Organiser].into_iter().find(|role| role.as_str() == word)
    }

    pub(crate) fn of(row: &AnyRow, column: &str) -> Result<Self> {
        let word: String = row.try_get(column)?;
        Self::parse(&word).ok_or_else(|| Error::Corrupt(format!("role {word}")))
    }
}

/// That a person may reach a study, and in which role. Only the store makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    study: String,
    person: String,
    role: Role,
}

impl Access {
    pub(crate) fn new(study: &str, person: &str, role: Role) -> Self {
        Self { study: study.to_owned(), person: person.to_owned(), role }
    }

    /// The study.
    #[must_use]
    pub fn study(&self) -> &str {
        &self.study
    }

    /// The person.
    #[must_use]
    pub fn person(&self) -> &str {
        &self.person
    }

    /// The role.
    #[must_use]
    pub fn role(&self) -> Role {
        self.role
    }

    /// The same as one who may write.
    ///
    /// # Errors
    /// [`Error::Forbidden`] for a reader.
    pub fn organiser(&self) -> Result<Organiser<'_>> {
        match self.role {
            Role::Organiser => Ok(Organiser(self)),
            Role::Reader => Err(Error::Forbidden),
        }
    }
}

/// That a person may write to a study: [`Access::organiser`] makes it.
#[derive(Clone, Copy, Debug)]
pub struct Organiser<'a>(&'a Access);

impl std::ops::Deref for Organiser<'_> {
    type Target = Access;

    fn deref(&self) -> &Access {
        self.0
    }
}

/// A study in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StudyInfo {
    /// Its id, part of its address.
    pub id: String,
    /// Its title in the list.
    pub title: String,
    /// The role of whoever asks.
    pub role: Role,
    /// Number of its last revision.
    pub seq: i64,
    /// When it was made.
    pub created: i64,
    /// When it was last changed.
    pub changed: i64,
}

/// A member of a study.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The person.
    pub person: String,
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// The role.
    pub role: Role,
    /// Since when.
    pub since: i64,
}

/// An invitation to a study.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The hash of its token, which names it.
    pub hash: String,
    /// The study.
    pub study: String,
    /// The study's title.
    pub title: String,
    /// The role that it gives.
    pub role: Role,
    /// Who invites.
    pub author: String,
    /// When it was made.
    pub created: i64,
    /// Until when it holds.
    pub expires: i64,
    /// Who took it, where someone did.
    pub used_by: Option<String>,
}

impl Invitation {
    fn of(row: &AnyRow) -> Result<Self> {
        let used_by: String = row.try_get("used_by")?;
        Ok(Self {
            hash: row.try_get("hash")?,
            study: row.try_get("study")?,
            title: row.try_get("title")?,
            role: Role::of(row, "role")?,
            author: row.try_get("author")?,
            created: row.try_get("created")?,
            expires: row.try_get("expires")?,
            used_by: (!used_by.is_empty()).then_some(used_by),
        })
    }
}

/// Whether a text may be the id of a study: it is part of an address.
fn is_slug(text: &str) -> bool {
    let good = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=64).contains(&text.len()) && text.bytes().all(good) && !text.starts_with('-') && !text.ends_with('-')
}

fn check_title(title: &str) -> Result<()> {
    let good = !title.trim().is_empty() && !title.contains('\0');
    if good { Ok(()) } else { Err(Error::invalid("title", title)) }
}

impl Store {
    /// Makes a study, whose organiser is the person who makes it.
    ///
    /// # Errors
    /// [`Error::Taken`] where the id is, [`Error::Invalid`] where it is no `a-z0-9-` of 64 at most.
    pub async fn create_study(&self, id: &str, title: &str, person: &str, now: i64) -> Result<Access> {
        if !is_slug(id) {
            return Err(Error::invalid("id", id));
        }
        check_title(title)?;
        let mut transaction = self.write().await?;
        sqlx::query(
            "INSERT INTO study (id, title, seq, created, changed, deleted) VALUES ($1, $2, 0, $3, $3, 0)",
        )
        .bind(id)
        .bind(title)
        .bind(now)
        .execute(&mut *transaction)
        .await?;
        join(&mut transaction, id, person, Role::Organiser, now).await?;
        transaction.commit().await?;
        Ok(Access::new(id, person, Role::Organiser))
    }

    /// The way to a study, as things stand now: ask again for every request.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none, it was deleted, or the person is no member: which of them is not told.
    pub async fn authorise(&self, study: &str, person: &str) -> Result<Access> {
        let row = sqlx::query(
            "SELECT member.role FROM member JOIN study ON study.id = member.study \
             WHERE member.study = $1 AND member.person = $2 AND study.deleted = 0",
        )
        .bind(study)
        .bind(person)
        .fetch_optional(self.reader())
        .await?;
        let role = Role::of(&row.ok_or(Error::NotFound)?, "role")?;
        Ok(Access::new(study, person, role))
    }

    /// How many studies there are, for whoever looks after the database.
    ///
    /// # Errors
    /// What the database says.
    pub async fn count_studies(&self) -> Result<usize> {
        let row =
            sqlx::query("SELECT count(*) FROM study WHERE deleted = 0").fetch_one(self.reader()).await?;
        Ok(usize::try_from(row.try_get::<i64, _>(0)?).unwrap_or(0))
    }

    /// The studies of a person, the last changed first.
    ///
    /// # Errors
    /// What the database says.
    pub async fn studies(&self, person: &str) -> Result<Vec<StudyInfo>> {
        self.list_studies(person, false).await
    }

    /// The deleted studies that a person organised.
    ///
    /// # Errors
    /// What the database says.
    pub async fn deleted_studies(&self, person: &str) -> Result<Vec<StudyInfo>> {
        let all = self.list_studies(person, true).await?;
        Ok(all.into_iter().filter(|study| study.role == Role::Organiser).collect())
    }

    async fn list_studies(&self, person: &str, deleted: bool) -> Result<Vec<StudyInfo>> {
        let rows = sqlx::query(
            "SELECT study.id, study.title, member.role, study.seq, study.created, study.changed, study.deleted \
             FROM study JOIN member ON member.study = study.id WHERE member.person = $1",
        )
        .bind(person)
        .fetch_all(self.reader())
        .await?;
        let mut all = Vec::with_capacity(rows.len());
        for row in &rows {
            if (row.try_get::<i64, _>("deleted")? != 0) == deleted {
                all.push(StudyInfo {
                    id: row.try_get("id")?,
                    title: row.try_get("title")?,
                    role: Role::of(row, "role")?,
                    seq: row.try_get("seq")?,
                    created: row.try_get("created")?,
                    changed: row.try_get("changed")?,
                });
            }
        }
        all.sort_by(|a, b| b.changed.cmp(&a.changed).then_with(|| a.id.cmp(&b.id)));
        Ok(all)
    }

    /// Gives a study another title in the list.
    ///
    /// # Errors
    /// [`Error::Invalid`] where the title is empty.
    pub async fn rename_study(&self, by: Organiser<'_>, title: &str) -> Result<()> {
        check_title(title)?;
        let mut transaction = self.write().await?;
        lock(&mut transaction, by.study()).await?;
        sqlx::query("UPDATE study SET title = $2 WHERE id = $1")
            .bind(by.study())
            .bind(title)
            .execute(&mut *transaction)
            .await?;
        Ok(transaction.commit().await?)
    }

    /// Deletes a study: nobody reaches it, nothing of it is lost.
    ///
    /// # Errors
    /// What the database says.
    pub async fn delete_study(&self, by: Organiser<'_>, now: i64) -> Result<()> {
        let mut transaction = self.write().await?;
        lock(&mut transaction, by.study()).await?;
        sqlx::query("UPDATE study SET deleted = $2 WHERE id = $1")
            .bind(by.study())
            .bind(now.max(1))
            .execute(&mut *transaction)
            .await?;
        Ok(transaction.commit().await?)
    }

    /// Brings back a deleted study, for one of its organisers.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none that this person organised.
    pub async fn undelete_study(&self, study: &str, person: &str) -> Result<Access> {
        let query = sqlx::query(
            "UPDATE study SET deleted = 0 WHERE id = $1 AND deleted <> 0 AND EXISTS \
             (SELECT role FROM member WHERE study = $1 AND person = $2 AND role = 'organiser') RETURNING id",
        )
        .bind(study)
        .bind(person);
        self.change(query).await?.ok_or(Error::NotFound)?;
        Ok(Access::new(study, person, Role::Organiser))
    }

    /// The members of a study, by name.
    ///
    /// # Errors
    /// What the database says.
    pub async fn members(&self, access: &Access) -> Result<Vec<Member>> {
        let rows = sqlx::query(
            "SELECT member.person, person.name, person.email, member.role, member.since \
             FROM member JOIN person ON person.id = member.person WHERE member.study = $1",
        )
        .bind(access.study())
        .fetch_all(self.reader())
        .await?;
        let mut all = Vec::with_capacity(rows.len());
        for row in &rows {
            all.push(Member {
                person: row.try_get("person")?,
                name: row.try_get("name")?,
                email: row.try_get("email")?,
                role: Role::of(row, "role")?,
                since: row.try_get("since")?,
            });
        }
        all.sort_by(|a, b| (&a.name, &a.person).cmp(&(&b.name, &b.person)));
        Ok(all)
    }

    /// Makes a person a member, or gives a member another role.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is no such person, [`Error::Forbidden`] where nobody would organise the study.
    pub async fn set_member(&self, by: Organiser<'_>, person: &str, role: Role, now: i64) -> Result<()> {
        let mut transaction = self.write().await?;
        lock(&mut transaction, by.study()).await?;
        join(&mut transaction, by.study(), person, role, now).await?;
        keep_an_organiser(&mut transaction, by.study()).await?;
        Ok(transaction.commit().await?)
    }

    /// Takes a member out of a study.
    ///
    /// # Errors
    /// [`Error::NotFound`] where the person is none, [`Error::Forbidden`] where nobody would organise the study.
    pub async fn remove_member(&self, by: Organiser<'_>, person: &str) -> Result<()> {
        let mut transaction = self.write().await?;
        lock(&mut transaction, by.study()).await?;
        sqlx::query("DELETE FROM member WHERE study = $1 AND person = $2 RETURNING person")
            .bind(by.study())
            .bind(person)
            .fetch_optional(&mut *transaction)
            .await?
            .ok_or(Error::NotFound)?;
        keep_an_organiser(&mut transaction, by.study()).await?;
        Ok(transaction.commit().await?)
    }

    /// Invites whoever brings the token.
    ///
    /// # Errors
    /// [`Error::Invalid`] where the token has fewer than 16 bytes.
    pub async fn invite(
        &self,
        by: Organiser<'_>,
        secret: &[u8],
        role: Role,
        now: i64,
        expires: i64,
    ) -> Result<()> {
        let query = sqlx::query(
            "INSERT INTO invitation (hash, study, role, author, created, expires, used, used_by) \
             VALUES ($1, $2, $3, $4, $5, $6, 0, '')",
        )
        .bind(token(secret)?)
        .bind(by.study())
        .bind(role.as_str())
        .bind(by.person())
        .bind(now)
        .bind(expires);
        self.change(query).await?;
        Ok(())
    }

    /// The invitations to a study, the newest first.
    ///
    /// # Errors
    /// What the database says.
    pub async fn invitations(&self, by: Organiser<'_>) -> Result<Vec<Invitation>> {
        let rows = sqlx::query(
            "SELECT invitation.*, study.title FROM invitation JOIN study ON study.id = invitation.study \
             WHERE invitation.study = $1",
        )
        .bind(by.study())
        .fetch_all(self.reader())
        .await?;
        let mut all = rows.iter().map(Invitation::of).collect::<Result<Vec<_>>>()?;
        all.sort_by(|a, b| b.created.cmp(&a.created).then_with(|| a.hash.cmp(&b.hash)));
        Ok(all)
    }

    /// Takes an invitation back.
    ///
    /// # Errors
    /// [`Error::NotFound`] where the study has no such invitation.
    pub async fn revoke_invitation(&self, by: Organiser<'_>, hash: &str) -> Result<()> {
        let query = sqlx::query("DELETE FROM invitation WHERE study = $1 AND hash = $2 RETURNING hash")
            .bind(by.study())
            .bind(hash);
        self.change(query).await?.ok_or(Error::NotFound)?;
        Ok(())
    }

    /// What a token invites to, where it still holds.
    ///
    /// # Errors
    /// [`Error::NotFound`] where it does not.
    pub async fn invitation(&self, secret: &[u8], now: i64) -> Result<Invitation> {
        let row = sqlx::query(
            "SELECT invitation.*, study.title FROM invitation JOIN study ON study.id = invitation.study \
             WHERE hash = $1 AND used = 0 AND expires > $2 AND study.deleted = 0",
        )
        .bind(token(secret).map_err(|_| Error::NotFound)?)
        .bind(now)
        .fetch_optional(self.reader())
        .await?;
        Invitation::of(&row.ok_or(Error::NotFound)?)
    }

    /// Makes a person a member by an invitation, once. Whoever is a member already keeps the higher role.
    ///
    /// # Errors
    /// [`Error::NotFound`] where the invitation does not hold.
    pub async fn accept_invitation(&self, secret: &[u8], person: &str, now: i64) -> Result<Access> {
        let mut transaction = self.write().await?;
        let row = sqlx::query(
            "UPDATE invitation SET used = $2, used_by = $3 WHERE hash = $1 AND used = 0 AND expires > $2 \
             AND EXISTS (SELECT id FROM study WHERE study.id = invitation.study AND deleted = 0) \
             RETURNING study, role",
        )
        .bind(token(secret).map_err(|_| Error::NotFound)?)
        .bind(now.max(1))
        .bind(person)
        .fetch_optional(&mut *transaction)
        .await?
        .ok_or(Error::NotFound)?;
        let (study, offered): (String, _) = (row.try_get("study")?, Role::of(&row, "role")?);
        let known = sqlx::query("SELECT role FROM member WHERE study = $1 AND person = $2")
            .bind(&study)
            .bind(person)
            .fetch_optional(&mut *transaction)
            .await?;
        let known = known.map(|row| Role::of(&row, "role")).transpose()?;
        let role = known.map_or(offered, |known| known.max(offered));
        if known != Some(role) {
            join(&mut transaction, &study, person, role, now).await?;
        }
        transaction.commit().await?;
        Ok(Access::new(&study, person, role))
    }
}

/// Holds a study to oneself until the transaction ends; the number of its last revision.
pub(crate) async fn lock(transaction: &mut Transaction<'_, Any>, study: &str) -> Result<i64> {
    let row = sqlx::query("UPDATE study SET seq = seq WHERE id = $1 AND deleted = 0 RETURNING seq")
        .bind(study)
        .fetch_optional(&mut **transaction)
        .await?;
    Ok(row.ok_or(Error::NotFound)?.try_get("seq")?)
}

async fn join(
    transaction: &mut Transaction<'_, Any>,
    study: &str,
    person: &str,
    role: Role,
    now: i64,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO member (study, person, role, since) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (study, person) DO UPDATE SET role = excluded.role",
    )
    .bind(study)
    .bind(person)
    .bind(role.as_str())
    .bind(now)
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

async fn keep_an_organiser(transaction: &mut Transaction<'_, Any>, study: &str) -> Result<()> {
    let row = sqlx::query("SELECT count(*) FROM member WHERE study = $1 AND role = 'organiser'")
        .bind(study)
        .fetch_one(&mut **transaction)
        .await?;
    if row.try_get::<i64, _>(0)? == 0 { Err(Error::Forbidden) } else { Ok(()) }
}
