//! People, sessions, links, tokens.

use atalaya_store::{Error, Person};

use crate::support::*;

const HOUR: i64 = 3_600_000;

both! {
    async fn an_address_belongs_to_one_person_in_whatever_case(bench) {
        let store = &bench.store;
        let ana = Person {
            id: "ana".to_owned(),
            name: "Ana Ñ".to_owned(),
            email: " Ana@Example.ORG ".to_owned(),
            password: "hash".to_owned(),
            created: NOW,
        };
        assert_eq!(store.create_person(&ana).await.unwrap().email, "ana@example.org");
        let found = store.person_by_email("ANA@example.org").await.unwrap();
        assert_eq!((found.id.as_str(), found.name.as_str(), found.password.as_str()), ("ana", "Ana Ñ", "hash"));
        let other = Person { id: "other".to_owned(), ..ana.clone() };
        assert!(matches!(store.create_person(&other).await, Err(Error::Taken)));
        assert!(matches!(store.create_person(&ana).await, Err(Error::Taken)));
        for bad in ["", "ana", "@", "a@", "@b", "a b@c", "a@b\n"] {
            let person = Person { id: "new".to_owned(), email: bad.to_owned(), ..ana.clone() };
            assert!(matches!(store.create_person(&person).await, Err(Error::Invalid { .. })) || bad.trim() == "a@b", "{bad}");
        }
        assert!(matches!(store.person("nobody").await, Err(Error::NotFound)));
        assert!(matches!(store.person_by_email("no address").await, Err(Error::NotFound)));
        store.update_person("ana", "Ana", "ana@new.org").await.unwrap();
        assert_eq!(store.person("ana").await.unwrap().email, "ana@new.org");
        assert!(matches!(store.update_person("nobody", "N", "n@n.org").await, Err(Error::NotFound)));
    }

    async fn a_session_holds_until_it_expires_rotates_or_is_closed(bench) {
        let store = &bench.store;
        bench.person("ana").await;
        let no = async |number, now| matches!(store.session(&token(number), now).await, Err(Error::NotFound));
        store.open_session(&token(1), "ana", NOW, NOW + HOUR).await.unwrap();
        assert_eq!(store.session(&token(1), NOW + 1000).await.unwrap().seen, NOW);
        assert_eq!(store.session(&token(1), NOW + 90_000).await.unwrap().seen, NOW + 90_000);
        assert_eq!(store.session(&token(1), NOW + 91_000).await.unwrap().seen, NOW + 90_000);
        assert!(no(2, NOW).await && no(1, NOW + HOUR).await);
        assert!(matches!(store.session(b"short", NOW).await, Err(Error::NotFound)));
        assert!(matches!(store.open_session(b"short", "ana", NOW, NOW).await, Err(Error::Invalid { .. })));
        assert!(matches!(store.open_session(&token(3), "nobody", NOW, NOW).await, Err(Error::NotFound)));
        store.rotate_session(&token(1), &token(2), NOW, NOW + 2 * HOUR).await.unwrap();
        assert!(no(1, NOW).await);
        assert_eq!(store.session(&token(2), NOW + HOUR).await.unwrap().person, "ana");
        assert!(matches!(store.rotate_session(&token(1), &token(3), NOW, NOW).await, Err(Error::NotFound)));
        store.close_session(&token(2)).await.unwrap();
        store.close_session(&token(2)).await.unwrap();
        assert!(no(2, NOW).await);
        // A new password signs out everywhere.
        store.open_session(&token(4), "ana", NOW, NOW + HOUR).await.unwrap();
        store.create_login_link(&token(5), "ana", NOW + HOUR).await.unwrap();
        store.set_password("ana", "new").await.unwrap();
        assert!(no(4, NOW).await);
        assert!(store.redeem_login_link(&token(5), NOW).await.is_err());
        store.open_session(&token(6), "ana", NOW, NOW + HOUR).await.unwrap();
        store.forget_expired(NOW + HOUR).await.unwrap();
        assert!(no(6, NOW).await);
    }

    async fn a_link_signs_in_once(bench) {
        let store = &bench.store;
        bench.person("ana").await;
        store.create_login_link(&token(1), "ana", NOW + 1000).await.unwrap();
        store.create_login_link(&token(2), "ana", NOW + 1000).await.unwrap();
        assert_eq!(store.redeem_login_link(&token(1), NOW).await.unwrap(), "ana");
        assert!(matches!(store.redeem_login_link(&token(1), NOW).await, Err(Error::NotFound)));
        assert!(matches!(store.redeem_login_link(&token(2), NOW + 1000).await, Err(Error::NotFound)));
    }

    async fn a_token_of_programs_is_named_and_taken_back(bench) {
        let store = &bench.store;
        bench.person("ana").await;
        bench.person("beto").await;
        store.create_api_token(&token(1), "ana", "cuaderno", NOW).await.unwrap();
        assert_eq!(store.api_token(&token(1), NOW + 5).await.unwrap(), "ana");
        let tokens = store.api_tokens("ana").await.unwrap();
        assert_eq!((tokens[0].name.as_str(), tokens[0].used), ("cuaderno", NOW + 5));
        assert_eq!(store.api_tokens("beto").await.unwrap(), []);
        assert!(matches!(store.revoke_api_token("beto", &tokens[0].hash).await, Err(Error::NotFound)));
        store.revoke_api_token("ana", &tokens[0].hash).await.unwrap();
        assert!(matches!(store.api_token(&token(1), NOW).await, Err(Error::NotFound)));
    }

    async fn no_token_is_kept_as_it_is(bench) {
        let (ana, _) = bench.study().await;
        let store = &bench.store;
        let secret = b"a-token-that-nobody-may-read-here";
        store.open_session(secret, "ana", NOW, NOW + HOUR).await.unwrap();
        store.create_login_link(secret, "ana", NOW + HOUR).await.unwrap();
        store.create_api_token(secret, "ana", "x", NOW).await.unwrap();
        store.invite(ana.organiser().unwrap(), secret, atalaya_store::Role::Reader, NOW, NOW + HOUR).await.unwrap();
        let mut out = Vec::new();
        store.export(&mut out).await.unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(!text.contains(std::str::from_utf8(secret).unwrap()));
        assert!(text.matches("\"ana\"").count() > 5);
    }
}
