package org.seatside.server.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says who may call a resource method. A method that does not say it keeps the server from starting.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface For {
    Audience value();

    /// Whether the session's person must have proved lately who they are: for what an open screen must not be enough
    /// to do or to take away.
    boolean fresh() default false;
}
