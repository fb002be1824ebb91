package org.seatside.admin.student;

import java.time.Clock;
import org.seatside.admin.print.PassPdf;

/// What printing passes needs: the document maker, its words, the day it is.
///
/// @param clock in the campus's time zone
public record Printing(PassPdf pdf, PassWords words, Clock clock) {}
