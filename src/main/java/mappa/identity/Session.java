package mappa.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A signed-in browser.
///
/// @param idHash SHA-256 of the number in its cookie; the number itself is kept nowhere
/// @param user account that signed in; null until its first request
/// @param acting appointment chosen with "acting as"; null before a choice
/// @param searchReason why people are searched in this session, asked once
public record Session(
        byte[] idHash, @Nullable UUID user, @Nullable UUID acting, @Nullable String searchReason) {}
