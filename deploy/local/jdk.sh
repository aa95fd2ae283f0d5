# Sourced by deploy/up and deploy/check: finds a JDK 25, though the `java` on the PATH may be another.

is_jdk_25() {
    [ -x "$1/bin/javac" ] && [ -f "$1/release" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release"
}

# Sets and exports JAVA_HOME, or ends with one sentence.
find_jdk_25() {
    local folder on_path
    on_path=$(command -v javac || true)
    on_path=${on_path:+$(dirname "$(dirname "$(readlink -f "$on_path")")")}
    for folder in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
        if [ -n "$folder" ] && is_jdk_25 "$folder"; then
            export JAVA_HOME=$folder
            return
        fi
    done
    echo "A JDK 25 is needed (such as Temurin 25): install one or set JAVA_HOME; looked at JAVA_HOME (${JAVA_HOME:-not set}), the PATH, /usr/lib/jvm, /opt/java, /opt/jdk*, ~/.sdkman/candidates/java and ~/.jdks." >&2
    exit 1
}
