"""Prometheus from the release tarball, as a native Dagger build."""

from dagger import Container, Platform, dag

VERSION = "v3.9.1"

RELEASES = "https://github.com/prometheus/prometheus/releases/download"
ARCHITECTURES = {"linux/amd64": "linux-amd64", "linux/arm64": "linux-arm64"}


async def build(platform: Platform) -> Container:
    name = f"prometheus-{VERSION.removeprefix('v')}.{ARCHITECTURES[platform]}"
    tarball = dag.http(f"{RELEASES}/{VERSION}/{name}.tar.gz")
    release = (
        dag.container()
        .from_("alpine:3.23")
        .with_file("/release.tar.gz", tarball)
        .with_exec(["tar", "-xzf", "/release.tar.gz"])
        .directory(name)
    )
    return (
        dag.container(platform=platform)
        .from_("gcr.io/distroless/static-debian13:nonroot")
        .with_file("/bin/prometheus", release.file("prometheus"))
        .with_file("/bin/promtool", release.file("promtool"))
        .with_exposed_port(9090)
        .with_entrypoint(["/bin/prometheus"])
    )
