//! What others do, as it happens.

use std::{
    convert::Infallible,
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use axum::{
    extract::State,
    response::{
        IntoResponse, Response,
        sse::{self, KeepAlive, Sse},
    },
};
use tokio_stream::{StreamExt, wrappers::BroadcastStream};

use crate::{
    app::{Seat, Shared},
    fault::Fault,
};

/// The events of a study. The first says where the study stands, so that whoever was away knows what was missed.
pub async fn events(State(app): State<Shared>, seat: Seat) -> Result<Response, Fault> {
    let study = seat.access.study().to_owned();
    let rest = BroadcastStream::new(app.desk.events()).filter_map(move |event| {
        // Whoever lags behind is told by the next event where the study stands.
        let event = event.ok().filter(|event| event.study == study)?;
        let body = serde_json::json!({ "seq": event.seq, "what": event.what, "by": event.by });
        Some(Ok::<_, Infallible>(sse::Event::default().id(event.seq.to_string()).data(body.to_string())))
    });
    let seq = app.store.seq(&seat.access).await?;
    let listens = Listens::begin(&app);
    let body = serde_json::json!({ "seq": seq, "what": "open", "by": "" });
    let first = tokio_stream::once(Ok(sse::Event::default().id(seq.to_string()).data(body.to_string())));
    let mut stopping = app.stopping.clone();
    let stop = async move {
        let _listens = listens;
        // A server that stops closes what would otherwise stay open for ever.
        let _ = stopping.wait_for(|stop| *stop).await;
    };
    let stream = first.chain(rest);
    let stream = futures_take_until(stream, stop);
    Ok(Sse::new(stream).keep_alive(KeepAlive::new().interval(Duration::from_secs(20))).into_response())
}

/// One page that listens, counted as long as it does.
struct Listens(Shared);

impl Listens {
    fn begin(app: &Shared) -> Self {
        app.metrics.listening.fetch_add(1, Ordering::Relaxed);
        Self(Arc::clone(app))
    }
}

impl Drop for Listens {
    fn drop(&mut self) {
        self.0.metrics.listening.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A stream until something happens.
fn futures_take_until<S, F>(stream: S, until: F) -> impl tokio_stream::Stream<Item = S::Item>
where
    S: tokio_stream::Stream,
    F: Future<Output = ()>,
{
    struct Until<S, F>(std::pin::Pin<Box<S>>, std::pin::Pin<Box<F>>);
    impl<S: tokio_stream::Stream, F: Future<Output = ()>> tokio_stream::Stream for Until<S, F> {
        type Item = S::Item;
        fn poll_next(
            mut self: std::pin::Pin<&mut Self>,
            context: &mut std::task::Context<'_>,
        ) -> std::task::Poll<Option<S::Item>> {
            if self.1.as_mut().poll(context).is_ready() {
                return std::task::Poll::Ready(None);
            }
            self.0.as_mut().poll_next(context)
        }
    }
    Until(Box::pin(stream), Box::pin(until))
}
