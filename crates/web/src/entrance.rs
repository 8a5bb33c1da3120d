//! What signs a person in beside a link: passwords, and how often one may try.

use std::{
    net::{IpAddr, Ipv4Addr},
    num::NonZeroU32,
    sync::LazyLock,
    time::Duration,
};

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use tokio::sync::Semaphore;
use zxcvbn::{Score, zxcvbn};

use crate::fault::Fault;

/// Fewest characters of a password; its strength is asked besides.
const SHORTEST: usize = 10;
/// Most bytes of a password: hashing more is work for whoever sends it.
const LONGEST: usize = 256;

/// Checks that a password is none that is tried first.
///
/// # Errors
/// Where it is short, long, or guessed in fewer than a hundred million tries (`zxcvbn`, Wheeler 2016: score below 3).
pub fn strong(password: &str, name: &str, email: &str) -> Result<(), Fault> {
    if password.chars().count() < SHORTEST || password.len() > LONGEST {
        return Err(Fault::Bad("web-fault-password-short"));
    }
    // Of a name and an address also each part: whoever knows a person tries those.
    let parts = [name, email].into_iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    let known: Vec<&str> = [name, email, email.split('@').next().unwrap_or_default(), "atalaya"]
        .into_iter()
        .chain(parts)
        .collect();
    match zxcvbn(password, &known).score() {
        Score::Zero | Score::One | Score::Two => Err(Fault::Bad("web-fault-password-weak")),
        _ => Ok(()),
    }
}

/// Two at once: each takes 19 MB and a core.
static HASHING: Semaphore = Semaphore::const_new(2);

/// Somebody's who is not there: asking for them takes as long as for one who is.
static NOBODY: LazyLock<String> = LazyLock::new(|| made("a password that nobody has").unwrap_or_default());

fn made(password: &str) -> Result<String, Fault> {
    let hash = Argon2::default().hash_password(password.as_bytes());
    hash.map(|hash| hash.to_string()).map_err(|error| Fault::Internal(error.to_string()))
}

/// The hash of a password: Argon2id with the library's parameters (OWASP's recommendation) and a salt of its own.
///
/// # Errors
/// Where the system gives no randomness.
pub async fn hash(password: String) -> Result<String, Fault> {
    let _turn = HASHING.acquire().await.map_err(|error| Fault::Internal(error.to_string()))?;
    tokio::task::spawn_blocking(move || made(&password)).await?
}

/// Whether a password is the one of the hash. An empty hash is nobody's.
///
/// # Errors
/// A fault of the machine.
pub async fn verify(password: String, hash: String) -> Result<bool, Fault> {
    if password.len() > LONGEST {
        return Ok(false);
    }
    let _turn = HASHING.acquire().await.map_err(|error| Fault::Internal(error.to_string()))?;
    let right = tokio::task::spawn_blocking(move || {
        let known = !hash.is_empty();
        let hash = if known { &hash } else { &*NOBODY };
        let parsed = PasswordHash::new(hash);
        let right =
            parsed.is_ok_and(|it| Argon2::default().verify_password(password.as_bytes(), &it).is_ok());
        known && right
    });
    Ok(right.await?)
}

/// How often one may try to come in. Nobody is locked out by what others try with their address: what is counted is
/// tries of one machine, and of one machine for one person.
pub struct Tries {
    of_machine: DefaultKeyedRateLimiter<IpAddr>,
    of_person: DefaultKeyedRateLimiter<(IpAddr, String)>,
}

/// Tries for one person: five at once, then one every half a minute.
const PERSON: (u32, Duration) = (5, Duration::from_secs(30));
/// Tries of one machine: a room of people behind one address.
const MACHINE: (u32, Duration) = (40, Duration::from_secs(3));
/// Machines that are remembered before those that have rested are forgotten.
const REMEMBERED: usize = 10_000;

fn quota((burst, every): (u32, Duration)) -> Quota {
    let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
    Quota::with_period(every).unwrap_or(Quota::per_minute(burst)).allow_burst(burst)
}

impl Tries {
    pub fn new() -> Self {
        Self { of_machine: RateLimiter::keyed(quota(MACHINE)), of_person: RateLimiter::keyed(quota(PERSON)) }
    }

    /// Counts one.
    ///
    /// # Errors
    /// [`Fault::Often`] where it is one too many.
    pub fn one(&self, machine: IpAddr, person: &str) -> Result<(), Fault> {
        if self.of_machine.len() > REMEMBERED {
            self.of_machine.retain_recent();
        }
        if self.of_person.len() > REMEMBERED {
            self.of_person.retain_recent();
        }
        let machine = neighbourhood(machine);
        let person = (machine, person.trim().to_lowercase());
        let allowed =
            self.of_machine.check_key(&machine).is_ok() && self.of_person.check_key(&person).is_ok();
        if allowed { Ok(()) } else { Err(Fault::Often) }
    }
}

/// Whoever has one IPv6 address has its 64 bits of others.
fn neighbourhood(machine: IpAddr) -> IpAddr {
    match machine {
        IpAddr::V6(six) => match six.to_ipv4_mapped() {
            Some(four) => IpAddr::V4(four),
            None => {
                let [a, b, c, d, ..] = six.segments();
                IpAddr::from([a, b, c, d, 0, 0, 0, 0])
            }
        },
        four => four,
    }
}

/// Where a request comes from, and whether it came through others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Client {
    /// The machine.
    pub machine: IpAddr,
    /// Whether it is this one, with nothing in between.
    pub here: bool,
}

impl Default for Client {
    fn default() -> Self {
        Self { machine: IpAddr::V4(Ipv4Addr::UNSPECIFIED), here: false }
    }
}

/// Who asks: the machine at the other end, or, where that is a proxy that is trusted, the last one that it names which
/// is not trusted itself.
pub fn client(peer: IpAddr, forwarded: &[&str], trusted: &[IpAddr]) -> Client {
    let plain = |machine: IpAddr| machine.to_canonical();
    let peer = plain(peer);
    let here = peer.is_loopback() && forwarded.is_empty();
    if !trusted.contains(&peer) {
        return Client { machine: peer, here };
    }
    let named = forwarded.iter().flat_map(|line| line.split(',')).filter_map(|one| one.trim().parse().ok());
    let named: Vec<IpAddr> = named.map(plain).collect();
    let machine = named.iter().rev().find(|machine| !trusted.contains(machine)).copied();
    Client { machine: machine.unwrap_or(peer), here }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_that_is_tried_first_is_refused() {
        for weak in
            ["", "123456789", "password1234", "contraseña", "qwertyuiop12", "Atalaya2030", "ana.quispe"]
        {
            assert!(strong(weak, "Ana Quispe", "ana.quispe@example.org").is_err(), "{weak}");
        }
        assert!(strong(&"a1B".repeat(200), "Ana", "ana@example.org").is_err(), "too long");
        for good in ["correct horse battery staple", "el burro come piedras azules", "Tz7#kk2!pQx9"] {
            assert!(strong(good, "Ana Quispe", "ana.quispe@example.org").is_ok(), "{good}");
        }
    }

    #[test]
    fn a_password_is_known_again_and_no_other_is() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let hash = hash("el burro come piedras".to_owned()).await.unwrap();
            assert!(hash.starts_with("$argon2id$"), "{hash}");
            let same = |text: &str, hash: &str| verify(text.to_owned(), hash.to_owned());
            assert!(same("el burro come piedras", &hash).await.unwrap());
            assert!(!same("el burro come piedra", &hash).await.unwrap());
            assert!(!same("a password that nobody has", "").await.unwrap());
            assert!(!same("x", "no hash").await.unwrap());
        });
    }

    #[test]
    fn tries_are_counted_by_machine_and_person() {
        let tries = Tries::new();
        let [one, other]: [IpAddr; 2] = ["192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap()];
        for _ in 0..5 {
            tries.one(one, "ana@example.org").unwrap();
        }
        assert!(tries.one(one, " ANA@example.org ").is_err());
        tries.one(one, "eva@example.org").unwrap();
        tries.one(other, "ana@example.org").unwrap();
        for number in 0..60 {
            let _ = tries.one(one, &format!("p{number}@example.org"));
        }
        assert!(tries.one(one, "new@example.org").is_err(), "a machine that tries everybody");
    }

    #[test]
    fn a_name_given_by_a_machine_that_is_not_trusted_counts_for_nothing() {
        let ip = |text: &str| text.parse::<IpAddr>().unwrap();
        let proxy = ip("10.0.0.1");
        let machine = |peer, forwarded: &[&str]| client(peer, forwarded, &[proxy]).machine;
        assert_eq!(machine(ip("203.0.113.9"), &["198.51.100.7"]), ip("203.0.113.9"));
        assert_eq!(machine(proxy, &["198.51.100.7"]), ip("198.51.100.7"));
        // What the client itself claims stands first; the proxy adds what it saw.
        assert_eq!(machine(proxy, &["1.1.1.1, 198.51.100.7"]), ip("198.51.100.7"));
        assert_eq!(machine(proxy, &["198.51.100.7", "10.0.0.1"]), ip("198.51.100.7"));
        assert_eq!(machine(proxy, &[]), proxy);
        assert_eq!(machine(proxy, &["rubbish"]), proxy);
        assert!(client(ip("127.0.0.1"), &[], &[]).here);
        assert!(client(ip("::ffff:127.0.0.1"), &[], &[]).here);
        assert!(!client(ip("127.0.0.1"), &["198.51.100.7"], &[]).here, "through a proxy on this machine");
        assert!(!client(ip("203.0.113.9"), &[], &[]).here);
    }
}
