//! Nobody reaches a study that is not theirs.

use atalaya_store::{Change, Error, Role};

use crate::support::*;

both! {
    async fn only_members_reach_a_study_and_only_organisers_write(bench) {
        let (ana, beto) = bench.study().await;
        let store = &bench.store;
        bench.person("caro").await;
        for (study, person) in [("example", "caro"), ("example", "nobody"), ("other", "ana"), ("", ""), ("example", "")] {
            assert!(matches!(store.authorise(study, person).await, Err(Error::NotFound)), "{study} {person}");
        }
        assert_eq!((ana.role(), beto.role()), (Role::Organiser, Role::Reader));
        assert!(ana.organiser().is_ok());
        assert!(matches!(beto.organiser(), Err(Error::Forbidden)));
        assert_eq!(store.studies("caro").await.unwrap(), []);
        assert_eq!(store.studies("beto").await.unwrap()[0].role, Role::Reader);
    }

    async fn studies_do_not_see_each_other(bench) {
        let (ana, _) = bench.study().await;
        let store = &bench.store;
        let other = store.create_study("other", "Other", "beto", NOW).await.unwrap();
        let change = Change::set("variable", "V1", 0, [("name.es", "Uno")]);
        store.save(ana.organiser().unwrap(), vec![change, Change::file("a.txt", "a", 0)], NOW).await.unwrap();
        assert_eq!(store.open_study(&other).await.unwrap().records, []);
        assert_eq!(store.history(&other, "variable", "V1").await.unwrap(), []);
        assert_eq!(store.changes_since(&other, 0, 9).await.unwrap(), []);
        assert!(matches!(store.file(&other, "a.txt").await, Err(Error::NotFound)));
        let hash = store.record(&ana, "file", "a.txt").await.unwrap().fields["hash"].cell();
        assert!(matches!(store.bytes(&other, &hash).await, Err(Error::NotFound)));
        store.save(other.organiser().unwrap(), vec![Change::set("variable", "V1", 0, [("name.es", "Otra")])], NOW).await.unwrap();
        assert_eq!(store.record(&ana, "variable", "V1").await.unwrap().fields["name.es"].cell(), "Uno");
    }

    async fn a_deleted_study_is_reached_by_nobody_and_comes_back_whole(bench) {
        let (ana, beto) = bench.study().await;
        let store = &bench.store;
        let by = ana.organiser().unwrap();
        store.save(by, vec![Change::set("variable", "V1", 0, [("name.es", "Uno")])], NOW).await.unwrap();
        store.rename_study(by, "Otro título").await.unwrap();
        assert_eq!(store.studies("ana").await.unwrap()[0].title, "Otro título");
        store.delete_study(by, NOW).await.unwrap();
        assert!(store.authorise("example", "ana").await.is_err());
        assert_eq!(store.studies("ana").await.unwrap(), []);
        // Access from before does not hold either.
        assert!(matches!(store.open_study(&beto).await, Err(Error::NotFound)));
        assert!(store.save(by, vec![Change::set("variable", "V1", 1, [("name.es", "x")])], NOW).await.is_err());
        assert!(matches!(store.create_study("example", "Again", "ana", NOW).await, Err(Error::Taken)));
        assert_eq!(store.deleted_studies("ana").await.unwrap().len(), 1);
        assert_eq!(store.deleted_studies("beto").await.unwrap().len(), 0);
        assert!(matches!(store.undelete_study("example", "beto").await, Err(Error::NotFound)));
        let back = store.undelete_study("example", "ana").await.unwrap();
        assert_eq!(store.open_study(&back).await.unwrap().records.len(), 1);
        assert!(matches!(store.undelete_study("example", "ana").await, Err(Error::NotFound)));
    }

    async fn a_study_always_has_an_organiser(bench) {
        let (ana, _) = bench.study().await;
        let store = &bench.store;
        let by = ana.organiser().unwrap();
        assert!(matches!(store.remove_member(by, "ana").await, Err(Error::Forbidden)));
        assert!(matches!(store.set_member(by, "ana", Role::Reader, NOW).await, Err(Error::Forbidden)));
        assert!(store.authorise("example", "ana").await.unwrap().organiser().is_ok());
        store.set_member(by, "beto", Role::Organiser, NOW).await.unwrap();
        store.remove_member(by, "ana").await.unwrap();
        assert!(store.authorise("example", "ana").await.is_err());
        let beto = store.authorise("example", "beto").await.unwrap();
        assert_eq!(store.members(&beto).await.unwrap().iter().map(|m| m.person.as_str()).collect::<Vec<_>>(), ["beto"]);
        assert!(matches!(store.remove_member(beto.organiser().unwrap(), "ana").await, Err(Error::NotFound)));
        assert!(matches!(store.set_member(beto.organiser().unwrap(), "nobody", Role::Reader, NOW).await, Err(Error::NotFound)));
    }

    async fn an_invitation_is_taken_once(bench) {
        let (ana, _) = bench.study().await;
        let store = &bench.store;
        let by = ana.organiser().unwrap();
        for person in ["caro", "dina"] {
            bench.person(person).await;
        }
        store.invite(by, &token(1), Role::Organiser, NOW, NOW + 1000).await.unwrap();
        store.invite(by, &token(2), Role::Reader, NOW + 1, NOW + 1000).await.unwrap();
        let shown = store.invitation(&token(1), NOW).await.unwrap();
        assert_eq!((shown.title.as_str(), shown.role, shown.used_by), ("Example", Role::Organiser, None));
        assert!(store.invitation(&token(1), NOW + 1000).await.is_err());
        assert!(store.accept_invitation(&token(1), "caro", NOW + 1000).await.is_err());
        assert!(matches!(store.accept_invitation(&token(1), "nobody", NOW).await, Err(Error::NotFound)));
        let caro = store.accept_invitation(&token(1), "caro", NOW).await.unwrap();
        assert_eq!(caro.role(), Role::Organiser);
        assert!(matches!(store.accept_invitation(&token(1), "dina", NOW).await, Err(Error::NotFound)));
        // An invitation to less takes nothing away.
        let caro = store.accept_invitation(&token(2), "caro", NOW).await.unwrap();
        assert_eq!(caro.role(), Role::Organiser);
        let all = store.invitations(by).await.unwrap();
        assert_eq!(all.iter().map(|i| i.used_by.as_deref()).collect::<Vec<_>>(), [Some("caro"), Some("caro")]);
        store.invite(by, &token(3), Role::Reader, NOW, NOW + 1000).await.unwrap();
        let hash = store.invitation(&token(3), NOW).await.unwrap().hash;
        store.revoke_invitation(by, &hash).await.unwrap();
        assert!(store.accept_invitation(&token(3), "dina", NOW).await.is_err());
        assert!(matches!(store.revoke_invitation(by, &hash).await, Err(Error::NotFound)));
    }

    async fn the_id_of_a_study_is_part_of_an_address(bench) {
        bench.person("ana").await;
        for bad in ["", "A", "a b", "-a", "a-", "a/b", "ñ", &"a".repeat(65)] {
            let told = bench.store.create_study(bad, "T", "ana", NOW).await;
            assert!(matches!(told, Err(Error::Invalid { .. })), "{bad}");
        }
        assert!(matches!(bench.store.create_study("a", " ", "ana", NOW).await, Err(Error::Invalid { .. })));
        assert!(matches!(bench.store.create_study("a", "T", "nobody", NOW).await, Err(Error::NotFound)));
        assert!(bench.store.create_study("mipymes-2030", "T", "ana", NOW).await.is_ok());
    }
}
