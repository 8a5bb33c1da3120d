//! The names under which the server may be reached. A page of another site that had its own name point here would
//! otherwise read what it likes.

use std::net::{IpAddr, SocketAddr};

/// The names, each with its port where the port is not the usual one.
#[derive(Clone, Debug)]
pub struct Names {
    /// The names of this machine for itself.
    local: Vec<String>,
    /// `https://name`, without a slash at the end; empty where there is none.
    public: String,
    /// Any address of the machine: where others reach it and it was given no name. An address, not a name: nobody can
    /// point one elsewhere.
    addresses: Option<u16>,
}

/// Why an address for the public cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Others could reach it in the clear, and nobody said that they may.
    #[error("other machines could reach it without encryption")]
    InTheClear,
    /// It is no address of a server.
    #[error("not an address like https://name")]
    NoAddress,
}

impl Names {
    /// The names of a server that listens at an address.
    ///
    /// # Errors
    /// Where others could reach it and there is neither TLS in front nor the will to do without.
    pub fn new(listen: SocketAddr, public: Option<&str>, insecure: bool) -> Result<Self, Refused> {
        let public = public.unwrap_or_default().trim_end_matches('/');
        let (scheme, host) = public.split_once("://").unwrap_or_default();
        let good = host.starts_with(char::is_alphanumeric)
            && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':'));
        match scheme {
            "https" if good => {}
            "http" if good && insecure => {}
            "http" if good => return Err(Refused::InTheClear),
            "" if public.is_empty() => {}
            _ => return Err(Refused::NoAddress),
        }
        if public.is_empty() && !listen.ip().is_loopback() && !insecure {
            return Err(Refused::InTheClear);
        }
        let port = listen.port();
        let local = ["127.0.0.1", "localhost", "[::1]"].map(|host| format!("{host}:{port}")).into();
        let addresses = (insecure && !listen.ip().is_loopback()).then_some(port);
        Ok(Self { local, public: public.to_lowercase(), addresses })
    }

    /// Whether a name, as the header `Host` or the end of `Origin` says it, is this server's.
    pub fn known(&self, host: &str) -> bool {
        let host = host.to_lowercase();
        self.local(&host)
            || (!self.public.is_empty() && self.public.split_once("://").is_some_and(|(_, own)| own == host))
            || self.addresses.is_some_and(|port| {
                let address = host.parse::<SocketAddr>().ok().filter(|address| address.port() == port);
                address.is_some() || (port == 80 && host.parse::<IpAddr>().is_ok())
            })
    }

    /// Whether it is a name of this machine for itself.
    pub fn local(&self, host: &str) -> bool {
        self.local.iter().any(|own| own == host)
    }

    /// Whether pages are reached over TLS.
    pub fn secure(&self) -> bool {
        self.public.starts_with("https://")
    }

    /// What an address of this server begins with, as whoever asked under `host` reaches it.
    pub fn base(&self, host: &str) -> String {
        match self.public.is_empty() {
            true if host.is_empty() => format!("http://{}", self.local[0]),
            true => format!("http://{host}"),
            false => self.public.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(listen: &str, public: Option<&str>, insecure: bool) -> Result<Names, Refused> {
        Names::new(listen.parse().unwrap(), public, insecure)
    }

    #[test]
    fn a_server_for_others_wants_tls_or_to_be_told_that_it_may_do_without() {
        assert!(at("127.0.0.1:8720", None, false).is_ok());
        assert_eq!(at("0.0.0.0:8720", None, false).unwrap_err(), Refused::InTheClear);
        assert_eq!(at("127.0.0.1:8720", Some("http://a.pe"), false).unwrap_err(), Refused::InTheClear);
        assert!(at("0.0.0.0:8720", Some("https://a.pe"), false).unwrap().secure());
        assert!(!at("0.0.0.0:8720", None, true).unwrap().secure());
        for rubbish in ["a.pe", "ftp://a.pe", "https://", "https://a.pe/x", "https://u@a.pe", "https:// a"] {
            assert_eq!(at("127.0.0.1:1", Some(rubbish), true).unwrap_err(), Refused::NoAddress, "{rubbish}");
        }
    }

    #[test]
    fn only_its_own_names_are_known() {
        let alone = at("127.0.0.1:8720", None, false).unwrap();
        for host in ["127.0.0.1:8720", "localhost:8720", "LOCALHOST:8720", "[::1]:8720"] {
            assert!(alone.known(host), "{host}");
        }
        for host in ["", "127.0.0.1", "127.0.0.1:80", "evil.example:8720", "192.0.2.1:8720"] {
            assert!(!alone.known(host), "{host}");
        }
        let named = at("0.0.0.0:8720", Some("https://Foro.example/"), false).unwrap();
        assert!(named.known("foro.example") && named.known("localhost:8720"));
        assert!(!named.known("foro.example:8720") && !named.known("192.0.2.1:8720"));
        assert_eq!(named.base("localhost:8720"), "https://foro.example");
        let open = at("0.0.0.0:8720", None, true).unwrap();
        assert!(open.known("192.0.2.1:8720") && !open.known("evil.example:8720"));
        assert!(!open.known("192.0.2.1:80"));
        assert_eq!(open.base("192.0.2.1:8720"), "http://192.0.2.1:8720");
    }
}
