# One pin for all parts of Mealie. To update: set the version, empty the hashes, build, and copy
# the hashes from the two errors.
{
  version = "3.10.2";
  hash = "sha256-2vC0yRzEqdXyvJVUcOZC0T7dIWkwLRgQ3gGkpWb0F4M=";
  yarnHash = "sha256-Rl5oQHIzW3eVrjH2l+zTVyUWpuAEkqBh9sJsxE8iRyg=";
}
