"""Many items go through one function: what the store has is taken from it, the rest is done by whoever is there."""

from showcase.work.batches import run_map
from showcase.work.buckets import BucketStore, StoreError
from showcase.work.crews import Alone, Crew, ExecutorError, crew_for
from showcase.work.engine import engine_digest
from showcase.work.packs import PackStore, PassingStore
from showcase.work.store import Memo, NoStore, Store

__all__ = [
    "Alone",
    "BucketStore",
    "Crew",
    "ExecutorError",
    "Memo",
    "NoStore",
    "PackStore",
    "PassingStore",
    "Store",
    "StoreError",
    "crew_for",
    "engine_digest",
    "run_map",
]
