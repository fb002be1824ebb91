package org.seatside.admin.administration;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.EntryList;
import org.seatside.admin.entry.Picked;
import org.seatside.admin.entry.Switched;
import org.seatside.admin.entry.Typed;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.HookCalls;
import org.seatside.client.NodeException;
import org.seatside.model.api.NewHook;
import org.seatside.model.api.Topic;
import org.seatside.model.hook.DeadLetter;
import org.seatside.model.hook.Hook;
import org.seatside.model.hook.HookFormat;
import org.seatside.model.hook.HookTrial;
import org.seatside.model.id.CommandId;

/// Webhooks: where they go, whether they arrive, and what was given up.
public final class HooksViewModel {
    private final NodeLink link;
    private final HookCalls hooks;
    private final EntryList<Hook> list;

    public HooksViewModel(NodeLink link) {
        this.link = link;
        this.hooks = link.client().hooks();
        this.list = new EntryList<>(link, this::all, Hook::url, new Removal());
    }

    private List<Hook> all() throws NodeException {
        return hooks.all().stream().sorted(Comparator.comparing(Hook::url)).toList();
    }

    public EntryList<Hook> list() {
        return list;
    }

    /// A form for a webhook.
    ///
    /// @param hook null for a new one
    EntryForm<NewHook> form(@Nullable Hook hook, Runnable close) {
        Typed<String> url = Typed.needed("hook.url", "hook.url.hint");
        Picked<HookFormat> format = new Picked<>(
                "hook.format", null, null, List.of(HookFormat.values()), (it, messages) -> messages.now(word(it)));
        Switched active = new Switched("hook.active", "hook.active.hint").with(true);
        format.with(HookFormat.STANDARD);
        if (hook != null) {
            url.with(hook.url());
            format.with(hook.format());
            active.with(hook.active());
        }
        return new EntryForm<>(
                        link,
                        List.of(url, format, active),
                        () -> new NewHook(url.value(), format.one(), active.on().get()),
                        (content, id) -> {
                            if (hook == null) {
                                hooks.add(content, id);
                            } else {
                                hooks.change(hook.id(), content, id);
                            }
                        },
                        _ -> {
                            list.changed(Notice.done(hook == null ? "hook.added" : "hook.changed"));
                            close.run();
                        })
                .refused("address-refused", url, "hook.url.refused");
    }

    static String word(HookFormat format) {
        return switch (format) {
            case STANDARD -> "hook.format.standard";
            case CLOUD_EVENTS -> "hook.format.cloudEvents";
        };
    }

    /// What is going on with one webhook.
    One one(Hook hook) {
        return new One(hook);
    }

    /// One webhook: its key, a test, what was given up.
    final class One {
        private final Hook hook;
        private final ObservableList<DeadLetter> letters = FXCollections.observableArrayList();
        private final ReadOnlyObjectWrapper<@Nullable String> secret = new ReadOnlyObjectWrapper<>(null);
        private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
        private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

        private One(Hook hook) {
            this.hook = hook;
        }

        /// Asks for what was given up.
        void load() {
            link.ask(
                    () -> hooks.deadLetters(hook.id()),
                    letters::setAll,
                    failure -> notice.set(Notice.of(failure)),
                    () -> {});
        }

        void showSecret() {
            link.ask(
                    () -> hooks.secret(hook.id()).secret(),
                    secret::set,
                    failure -> notice.set(Notice.of(failure)),
                    () -> {});
        }

        /// Sends a message about nobody and says what came of it.
        void test() {
            if (busy.get()) {
                return;
            }
            busy.set(true);
            notice.set(null);
            CommandId id = link.client().newCommand();
            link.ask(
                    () -> hooks.test(hook.id(), id),
                    trial -> notice.set(said(trial)),
                    failure -> notice.set(Notice.of(failure)),
                    () -> busy.set(false));
        }

        private static Notice said(HookTrial trial) {
            return trial.taken()
                    ? Notice.done("hook.test.taken", trial.detail(), trial.millis())
                    : Notice.failed("hook.test.refused", trial.detail());
        }

        /// Asks for another try of one message.
        void replay(DeadLetter letter) {
            CommandId id = link.client().newCommand();
            link.tell(
                    () -> hooks.replay(letter, id),
                    () -> {
                        notice.set(Notice.done("hook.replayed", 1));
                        load();
                    },
                    failure -> notice.set(Notice.of(failure)),
                    () -> {});
        }

        /// Asks for another try of all of them.
        void replayAll() {
            List<DeadLetter> all =
                    letters.stream().filter(letter -> !letter.replay()).toList();
            if (busy.get() || all.isEmpty()) {
                return;
            }
            busy.set(true);
            link.tell(
                    () -> {
                        for (DeadLetter letter : all) {
                            hooks.replay(letter, link.client().newCommand());
                        }
                    },
                    () -> {
                        notice.set(Notice.done("hook.replayed", all.size()));
                        load();
                    },
                    failure -> notice.set(Notice.of(failure)),
                    () -> busy.set(false));
        }

        Hook hook() {
            return hook;
        }

        ObservableList<DeadLetter> letters() {
            return letters;
        }

        /// Null until it is asked for.
        ReadOnlyObjectProperty<@Nullable String> secret() {
            return secret.getReadOnlyProperty();
        }

        ReadOnlyObjectProperty<@Nullable Notice> notice() {
            return notice.getReadOnlyProperty();
        }

        ReadOnlyBooleanProperty busy() {
            return busy.getReadOnlyProperty();
        }
    }

    private final class Removal implements EntryList.Deletion<Hook> {
        @Override
        public String name(Hook hook) {
            return hook.url();
        }

        @Override
        public Map<Topic, Long> dependents(Hook hook) {
            return Map.of();
        }

        @Override
        public void delete(Hook hook, CommandId id) throws NodeException {
            hooks.remove(hook.id(), id);
        }
    }
}
