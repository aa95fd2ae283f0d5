package mappa.file;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.web.Form;
import mappa.web.Forms;
import mappa.web.Option;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// The files of a record: a part of S-32, S-46 and S-51 with a page of its own, so that nothing
/// that is being typed there is sent with a file.
@Path("/files")
@Produces(MediaType.TEXT_HTML)
class FilePages {

    private static final int LONGEST_TITLE = 150;
    private static final int LONGEST_REASON = 500;

    private final FileService service;
    private final FileUploads uploads;
    private final CurrentActor current;
    private final Forms forms;

    FilePages(FileService service, FileUploads uploads, CurrentActor current, Forms forms) {
        this.service = service;
        this.uploads = uploads;
        this.current = current;
        this.forms = forms;
    }

    /// @param back page of the record, with what its reader was typing there
    record FilesPage(
            FilesView view,
            String screen,
            List<Option> withdrawable,
            String back,
            String addPath,
            String withdrawPath) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance files(FilesPage page, Form form);

        private Templates() {}
    }

    @GET
    @Path("{holder}/{id}")
    @Requires(Operation.READ_FILES)
    public TemplateInstance files(
            String holder, UUID id, @QueryParam("typed") @Nullable UUID typed) {
        return page(holder, id, typed, forms.show(Form.empty()));
    }

    private TemplateInstance page(String holder, UUID id, @Nullable UUID typed, Form form) {
        var view = service.files(holder, id, current.get());
        var typedThere = typed == null ? "" : "?typed=" + typed;
        return Templates.files(
                new FilesPage(
                        view,
                        Said.code("file.screen", holder),
                        view.standing().stream()
                                .map(one -> new Option(one.id().toString(), one.title()))
                                .toList(),
                        view.record().path() + (typed == null ? "" : "?held=" + typed),
                        view.path() + typedThere,
                        view.path() + "/withdrawals" + typedThere),
                form);
    }

    @POST
    @Path("{holder}/{id}")
    @Requires(Operation.ADD_FILE)
    public Response add(String holder, UUID id, @QueryParam("typed") @Nullable UUID typed) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    var title = line(form, "title", "file.problem.title", LONGEST_TITLE);
                    form.check();
                    uploads.add(holder, id, title, forms.upload("file"), current.get());
                    return listed(holder, id, typed, "file.alert.added");
                },
                form -> page(holder, id, typed, form));
    }

    private static String line(Form form, String field, String message, int longest) {
        var text = form.required(field, message);
        if (text.length() > longest) {
            form.reject(field, "file.problem.too-long", longest, text.length());
        }
        return text;
    }

    private static String listed(String holder, UUID id, @Nullable UUID typed, String alert) {
        return "/files/%s/%s?alert=%s%s"
                .formatted(holder, id, alert, typed == null ? "" : "&typed=" + typed);
    }

    @POST
    @Path("{holder}/{id}/withdrawals")
    @Requires(Operation.ADD_FILE)
    public Response withdraw(String holder, UUID id, @QueryParam("typed") @Nullable UUID typed) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    var file = form.id("withdrawn");
                    if (file == null) {
                        form.reject("withdrawn", "file.problem.which");
                    }
                    var reason = line(form, "reason", "file.problem.reason", LONGEST_REASON);
                    form.check();
                    service.withdraw(holder, id, file, reason, current.get());
                    return listed(holder, id, typed, "file.alert.withdrawn");
                },
                form -> page(holder, id, typed, form));
    }

    /// The file itself; never shown within a page, and called by a number outside.
    @GET
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    @Requires(Operation.READ_FILES)
    public Response open(UUID id) {
        return FileResource.answer(service.open(id, current.get()));
    }
}
