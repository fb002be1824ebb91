package org.seatside.server.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a resource method that kiosks call all the time: requests that ask for nothing unusual reach it without
/// Jersey, which costs more than all that the method does. The method has a fixed path and takes the body and, if it
/// wants, the security context. It is a resource method like any other: unusual requests still come through Jersey.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Straight {}
