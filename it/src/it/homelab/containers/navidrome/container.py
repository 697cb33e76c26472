"""Navidrome as a native Dagger build: web interface, server, and a runtime with ffmpeg."""

from __future__ import annotations

from dagger import Container, Directory, File, Platform, dag

VERSION = "v0.61.1"

REPOSITORY = "https://github.com/navidrome/navidrome.git"
NODE_IMAGE = "node:24-alpine"
GO_IMAGE = "golang:1.25-alpine"
RUNTIME_IMAGE = "alpine:3.23"

LABELS = {
    "org.opencontainers.image.title": "navidrome",
    "org.opencontainers.image.source": REPOSITORY,
    "org.opencontainers.image.version": VERSION,
}


def web(source: Directory) -> Directory:
    return (
        dag.container()
        .from_(NODE_IMAGE)
        .with_directory("/src", source.directory("ui"))
        .with_workdir("/src")
        .with_mounted_cache("/root/.npm", dag.cache_volume("npm"))
        .with_exec(["npm", "ci", "--no-audit"])
        .with_exec(["npm", "run", "build"])
        .directory("/src/build")
    )


def server(source: Directory, ui: Directory, platform: Platform) -> File:
    flags = f"-s -w -X github.com/navidrome/navidrome/consts.gitTag={VERSION}"
    return (
        dag.container(platform=platform)
        .from_(GO_IMAGE)
        .with_exec(["apk", "add", "--no-cache", "build-base", "taglib-dev", "zlib-dev"])
        .with_mounted_cache("/go/pkg/mod", dag.cache_volume("go-mod"))
        .with_directory("/src", source)
        .with_directory("/src/ui/build", ui)
        .with_workdir("/src")
        .with_exec(["go", "build", "-tags=netgo", "-ldflags", flags, "-o", "/navidrome", "."])
        .file("/navidrome")
    )


async def build(platform: Platform) -> Container:
    source = dag.git(REPOSITORY).tag(VERSION).tree()
    image = (
        dag.container(platform=platform)
        .from_(RUNTIME_IMAGE)
        .with_exec(["apk", "add", "--no-cache", "ffmpeg", "taglib"])
        .with_file("/usr/bin/navidrome", server(source, web(source), platform))
        .with_env_variable("ND_DATAFOLDER", "/data")
        .with_env_variable("ND_MUSICFOLDER", "/music")
        .with_exposed_port(4533)
        .with_user("10030")
        .with_entrypoint(["/usr/bin/navidrome"])
    )
    for name, value in LABELS.items():
        image = image.with_label(name, value)
    return image
