//! The description of the API, as OpenAPI 3.1: from the routes themselves and one line each of what goes in and comes out.

use atalaya_words::Words;
use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Value, json};

use super::{
    DiagnosticOut, InviteIn, InvitedOut, MemberOut, NewStudy, PartOut, PersonOut, RecordOut, RestoreIn,
    RevisionOut, SaveIn, SavedOut, StudyOut, Summary, UndoIn,
};

/// A type's schema, as a reference to the components.
type Schema = fn(&mut SchemaGenerator) -> Value;

fn of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Value {
    generator.subschema_for::<T>().to_value()
}

/// What goes in.
enum In {
    Nothing,
    Json(Schema),
    /// A file, as a form sends it.
    File,
}

/// What comes out.
enum Out {
    Json(Schema),
    /// Created.
    Made(Schema),
    /// An object whose schema is told elsewhere.
    Object,
    /// A file.
    Bytes,
}

struct Entry {
    method: &'static str,
    path: &'static str,
    /// The end of the keys of its words, and its name for programs.
    name: &'static str,
    /// Parameters behind the question mark: name and type.
    query: &'static [(&'static str, &'static str)],
    takes: In,
    gives: Out,
}

macro_rules! entry {
    ($method:literal $path:literal $name:literal $query:expr, $takes:expr, $gives:expr) => {
        Entry { method: $method, path: $path, name: $name, query: $query, takes: $takes, gives: $gives }
    };
}

const ENTRIES: &[Entry] = &[
    entry!("get" "/api/v1/openapi.json" "description" &[], In::Nothing, Out::Object),
    entry!("get" "/api/v1/me" "me" &[], In::Nothing, Out::Json(of::<PersonOut>)),
    entry!("get" "/api/v1/studies" "studies" &[], In::Nothing, Out::Json(of::<Vec<StudyOut>>)),
    entry!("post" "/api/v1/studies" "create" &[], In::Json(of::<NewStudy>), Out::Made(of::<Summary>)),
    entry!("post" "/api/v1/open" "open" &[], In::File, Out::Made(of::<Summary>)),
    entry!("get" "/api/v1/studies/{study}" "study" &[], In::Nothing, Out::Json(of::<Summary>)),
    entry!("get" "/api/v1/studies/{study}/records/{kind}" "records" &[], In::Nothing, Out::Json(of::<Vec<RecordOut>>)),
    entry!("get" "/api/v1/studies/{study}/records/{kind}/{*id}" "record" &[], In::Nothing, Out::Json(of::<RecordOut>)),
    entry!("get" "/api/v1/studies/{study}/changes" "changes" &[("since", "integer"), ("limit", "integer")], In::Nothing, Out::Json(of::<Vec<RevisionOut>>)),
    entry!("post" "/api/v1/studies/{study}/changes" "save" &[], In::Json(of::<SaveIn>), Out::Json(of::<SavedOut>)),
    entry!("get" "/api/v1/studies/{study}/history/{kind}/{*id}" "history" &[], In::Nothing, Out::Json(of::<Vec<RevisionOut>>)),
    entry!("post" "/api/v1/studies/{study}/restore" "restore" &[], In::Json(of::<RestoreIn>), Out::Json(of::<SavedOut>)),
    entry!("post" "/api/v1/studies/{study}/undo" "undo" &[], In::Json(of::<UndoIn>), Out::Json(of::<SavedOut>)),
    entry!("get" "/api/v1/studies/{study}/diagnostics" "diagnostics" &[], In::Nothing, Out::Json(of::<Vec<DiagnosticOut>>)),
    entry!("get" "/api/v1/studies/{study}/findings" "findings" &[("resampled", "boolean")], In::Nothing, Out::Object),
    entry!("get" "/api/v1/studies/{study}/parts" "parts" &[], In::Nothing, Out::Json(of::<Vec<PartOut>>)),
    entry!("get" "/api/v1/studies/{study}/parts/{id}/{lang}/{end}" "part" &[], In::Nothing, Out::Bytes),
    entry!("get" "/api/v1/studies/{study}/report/{profile}/{lang}/{end}" "report" &[], In::Nothing, Out::Bytes),
    entry!("get" "/api/v1/studies/{study}/whole/{end}" "whole" &[], In::Nothing, Out::Bytes),
    entry!("get" "/api/v1/studies/{study}/people" "people" &[], In::Nothing, Out::Json(of::<Vec<MemberOut>>)),
    entry!("post" "/api/v1/studies/{study}/invitations" "invite" &[], In::Json(of::<InviteIn>), Out::Made(of::<InvitedOut>)),
];

/// The description, its sentences in a language.
#[must_use]
pub fn document(words: &Words) -> Value {
    let settings =
        SchemaSettings::draft2020_12().with(|own| own.definitions_path = "/components/schemas".into());
    let mut generator = settings.into_generator();
    let mut paths = serde_json::Map::new();
    for entry in ENTRIES {
        // A part of a path that may hold slashes is written as any other.
        let path = entry.path.replace("{*", "{");
        let own = paths.entry(path.clone()).or_insert_with(|| json!({}));
        own[entry.method] = operation(entry, &path, words, &mut generator);
    }
    let schemas = generator.take_definitions(true);
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Atalaya",
            "version": env!("CARGO_PKG_VERSION"),
            "description": words.t("api-about"),
            "license": { "name": "MIT OR Apache-2.0" },
        },
        "security": [{ "token": [] }],
        "paths": paths,
        "components": {
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer", "description": words.t("api-token") } },
            "schemas": schemas,
        },
    })
}

fn operation(entry: &Entry, path: &str, words: &Words, generator: &mut SchemaGenerator) -> Value {
    let named = path.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    let in_path = named.map(|name| {
        json!({
            "name": name, "in": "path", "required": true, "schema": { "type": "string" },
            "description": words.t(&format!("api-in-{name}")),
        })
    });
    let in_query = entry.query.iter().map(|(name, kind)| {
        json!({
            "name": name, "in": "query", "required": false, "schema": { "type": kind },
            "description": words.t(&format!("api-in-{name}")),
        })
    });
    let parameters: Vec<Value> = in_path.chain(in_query).collect();
    let (status, content) = match &entry.gives {
        Out::Json(schema) => ("200", json!({ "application/json": { "schema": schema(generator) } })),
        Out::Made(schema) => ("201", json!({ "application/json": { "schema": schema(generator) } })),
        Out::Object => ("200", json!({ "application/json": { "schema": { "type": "object" } } })),
        Out::Bytes => ("200", json!({ "application/octet-stream": {} })),
    };
    let refused = |key: &str| json!({ "description": words.t(key) });
    let mut out = json!({
        "operationId": entry.name,
        "summary": words.t(&format!("api-{}", entry.name)),
        "responses": { status: { "description": words.t("api-done"), "content": content } },
    });
    if !parameters.is_empty() {
        out["parameters"] = parameters.into();
    }
    let answers = &mut out["responses"];
    if entry.name == "description" {
        out["security"] = json!([]);
        return out;
    }
    answers["401"] = refused("web-fault-sign-in");
    if path.contains("{study}") {
        answers["404"] = refused("web-fault-not-found");
    }
    if entry.method == "post" {
        answers["422"] = refused("web-fault-bad");
        if path.contains("{study}") {
            answers["403"] = refused("web-fault-forbidden");
            answers["409"] = refused("web-fault-conflict");
        }
    }
    match &entry.takes {
        In::Nothing => {}
        In::Json(schema) => {
            let content = json!({ "application/json": { "schema": schema(generator) } });
            out["requestBody"] = json!({ "required": true, "content": content });
        }
        In::File => {
            let file = json!({ "type": "string", "contentMediaType": "application/octet-stream" });
            let form = json!({ "type": "object", "required": ["file"], "properties": { "file": file } });
            let content = json!({ "multipart/form-data": { "schema": form } });
            out["requestBody"] = json!({ "required": true, "content": content });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_of_programs_is_described_and_no_other() {
        let described: Vec<(&str, &str)> = ENTRIES.iter().map(|own| (own.method, own.path)).collect();
        let routes: Vec<(&str, &str)> =
            crate::ROUTES.iter().copied().filter(|(_, path)| path.starts_with("/api/")).collect();
        assert_eq!(described, routes);
    }

    #[test]
    fn the_description_is_whole_in_both_languages() {
        for lang in atalaya_model::Lang::ALL {
            let text = document(&Words::new(lang)).to_string();
            assert!(!text.contains('⟨'), "{text}");
            for reference in text.split("\"$ref\":\"#/components/schemas/").skip(1) {
                let name = reference.split('"').next().unwrap_or_default();
                assert!(text.contains(&format!("\"{name}\":{{")), "{name} is described");
            }
        }
    }
}
