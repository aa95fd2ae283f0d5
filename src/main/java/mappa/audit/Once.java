package mappa.audit;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A command that has its effect once for each form key or `Idempotency-Key`: a repeat gets the
/// first answer.
///
/// Its result is kept for 7 days, so it is a small record of ids, versions and states, or nothing;
/// never a text about a person. Put it on service methods that change something; the key comes with
/// the request.
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Once {}
