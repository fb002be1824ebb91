package org.seatside.gateway;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A set of HTTP statuses written as `200-299,409`.
final class StatusSet {
    private static final Pattern RANGE = Pattern.compile("\\s*([1-5]\\d\\d)\\s*(?:-\\s*([1-5]\\d\\d)\\s*)?");

    private final BitSet statuses = new BitSet();

    /// @throws IllegalArgumentException where the text is not of that form
    StatusSet(String text) {
        for (String part : text.split(",", -1)) {
            Matcher range = RANGE.matcher(part);
            if (!range.matches()) {
                throw new IllegalArgumentException("upstream.template.accepted must be statuses such as 200-299,409");
            }
            int from = Integer.parseInt(range.group(1));
            statuses.set(from, Math.max(from, range.group(2) == null ? from : Integer.parseInt(range.group(2))) + 1);
        }
    }

    boolean contains(int status) {
        return statuses.get(status);
    }
}
