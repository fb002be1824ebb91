package org.seatside.fx;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The texts of an app in Korean and English, from `NAME_ko.properties` and `NAME_en.properties` (UTF-8) beside a
/// class.
/// Every text is a [MessageFormat] pattern, so an apostrophe is written twice. A key that one language lacks is an
/// exception, never a text in the other language. Texts handed out as observable change when the language does.
///
/// The language is changed on the JavaFX thread; [#now] may be called on any.
public final class Messages {
    /// The languages there are, the first is the default.
    public static final List<Locale> LANGUAGES = List.of(Locale.KOREAN, Locale.ENGLISH);

    private final Map<Locale, ResourceBundle> bundles;
    private final ReadOnlyObjectWrapper<Locale> language;

    /// @param beside a class in the package of the files
    /// @param name what the files are called, without language and ending
    /// @throws MissingResourceException where a file is not there
    public Messages(Class<?> beside, String name, Locale language) {
        String base = beside.getPackageName() + "." + name;
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        bundles = LANGUAGES.stream()
                .collect(Collectors.toUnmodifiableMap(
                        each -> each, each -> ResourceBundle.getBundle(base, each, beside.getClassLoader(), exact)));
        this.language = new ReadOnlyObjectWrapper<>(supported(language));
    }

    public ReadOnlyObjectProperty<Locale> language() {
        return language.getReadOnlyProperty();
    }

    /// @throws IllegalArgumentException where the language is not one of [#LANGUAGES]
    public void switchTo(Locale language) {
        this.language.set(supported(language));
    }

    /// The text in the current language, changing with it.
    ///
    /// @throws MissingResourceException at once where the key is unknown
    public ObservableValue<String> text(String key, Object... arguments) {
        now(key, arguments);
        return Bindings.createStringBinding(() -> now(key, arguments), language);
    }

    /// The text in the language of this moment.
    ///
    /// @throws MissingResourceException where the key is unknown
    public String now(String key, Object... arguments) {
        return in(language.get(), key, arguments);
    }

    /// The text in a language.
    ///
    /// @throws MissingResourceException where the key is unknown
    public String in(Locale language, String key, Object... arguments) {
        Locale exact = supported(language);
        ResourceBundle bundle = bundles.get(exact);
        if (bundle == null) {
            throw new MissingResourceException("No texts in " + exact, Messages.class.getName(), key);
        }
        return new MessageFormat(bundle.getString(key), exact).format(arguments);
    }

    private static Locale supported(Locale language) {
        Locale exact = Locale.of(language.getLanguage());
        if (!LANGUAGES.contains(exact)) {
            throw new IllegalArgumentException("Languages are ko and en");
        }
        return exact;
    }
}
