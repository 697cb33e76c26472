"""Miniflux as a native Dagger build.

``dagger call build --container=miniflux`` loads this module and calls :func:`build`.
"""

from dagger import Container, Platform, dag

VERSION = "2.2.17"
SOURCE = "https://github.com/miniflux/v2.git"


async def build(platform: Platform) -> Container:
    """Compile the tag and put the one binary on a small base."""
    source = dag.git(SOURCE).tag(VERSION).tree()
    binary = (
        dag.container(platform=platform)
        .from_("golang:1.25-alpine")
        .with_exec(["apk", "add", "--no-cache", "git", "make"])
        .with_mounted_cache("/go/pkg/mod", dag.cache_volume("go-mod"))
        .with_directory("/src", source)
        .with_workdir("/src")
        .with_exec(["make", "miniflux", f"VERSION={VERSION}"])
        .file("/src/miniflux")
    )
    return (
        dag.container(platform=platform)
        .from_("alpine:3.23")
        .with_exec(["apk", "add", "--no-cache", "ca-certificates", "tzdata"])
        .with_file("/usr/bin/miniflux", binary)
        .with_user("65534")
        .with_env_variable("LISTEN_ADDR", "0.0.0.0:8080")
        .with_exposed_port(8080)
        .with_default_args(["/usr/bin/miniflux"])
    )
