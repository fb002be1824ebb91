package org.seatside.server.http;

import java.util.Locale;

/// Metrics in the text format of Prometheus, version 0.0.4: UTF-8, a line a sample, the last one ended too.
public final class Exposition {
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder(4096);

    /// One gauge with one value.
    public void gauge(String name, String help, double value) {
        begin(name, "gauge", help);
        sample(name, value);
    }

    /// One gauge with one whole value.
    public void gauge(String name, String help, long value) {
        begin(name, "gauge", help);
        sample(name, value);
    }

    /// One counter with one value; its name ends in `_total`.
    public void counter(String name, String help, double value) {
        begin(name, "counter", help);
        sample(name, value);
    }

    /// What the samples that follow are.
    ///
    /// @param type `counter`, `gauge` or `histogram`
    public void begin(String name, String type, String help) {
        text.append("# HELP ")
                .append(name)
                .append(' ')
                .append(help.replace("\\", "\\\\").replace("\n", "\\n"));
        text.append("\n# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    public void sample(String name, long value) {
        text.append(name).append(' ').append(value).append('\n');
    }

    public void sample(String name, long value, String label, String of) {
        labelled(name, label, of);
        text.append(' ').append(value).append('\n');
    }

    public void sample(String name, double value) {
        text.append(name);
        end(value);
    }

    private void labelled(String name, String label, String of) {
        text.append(name).append('{').append(label).append("=\"");
        text.append(of.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))
                .append("\"}");
    }

    private void end(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        text.append(' ').append(whole ? Long.toString((long) value) : String.format(Locale.ROOT, "%.9g", value));
        text.append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
