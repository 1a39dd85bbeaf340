package org.comuta.portal;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.comuta.call.CallView;
import org.comuta.call.MediaRecord;
import org.comuta.identity.Right;
import org.comuta.live.LiveCallList;
import org.comuta.nap.MediaMode;
import org.comuta.operation.LiveCallOperations;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The page of live calls, which a script refreshes when calls come, go or change. */
@Named
@ViewScoped
public class CallsPage implements Serializable {
  /** What was live at one moment, so that count and rows agree. */
  private final class Model extends LazyDataModel<CallView> {
    private transient List<CallView> seen = List.of();
    private transient Map<String, MediaRecord> media = Map.of();

    @Override
    public int count(Map<String, FilterMeta> filters) {
      seen = live.all();
      return seen.size();
    }

    @Override
    public List<CallView> load(
        int first, int size, Map<String, SortMeta> order, Map<String, FilterMeta> filters) {
      int from = Math.min(first, seen.size());
      List<CallView> shown = seen.subList(from, Math.min(from + size, seen.size()));
      media =
          calls.media(
              shown.stream()
                  .filter(call -> call.mediaMode() == MediaMode.BRIDGE)
                  .map(CallView::callId)
                  .toList());
      return shown;
    }

    @Override
    public String getRowKey(CallView call) {
      return call.callId();
    }
  }

  @Inject private LiveCallOperations calls;
  @Inject private LiveCallList live;
  @Inject private Account account;
  @Inject private Language language;

  private final Model model = new Model();

  /** For the container. */
  @SuppressWarnings("NullAway.Init") // filled in by the container
  public CallsPage() {}

  public int getCount() {
    return live.all().size();
  }

  public LazyDataModel<CallView> getModel() {
    return model;
  }

  /** How the media of a call that is shown was when it was read; null when nobody tells. */
  public @Nullable MediaRecord media(String callId) {
    return model.media.get(callId);
  }

  /** Asks for the end of a call and says what came of it. */
  public void hangUp(String callId) {
    if (!account.may(Right.OPERATE)) {
      return;
    }
    boolean ending = calls.hangUp(callId, account.actor()) == LiveCallOperations.HangUp.ENDING;
    FacesContext.getCurrentInstance()
        .addMessage(
            null,
            new FacesMessage(
                ending ? FacesMessage.SEVERITY_INFO : FacesMessage.SEVERITY_WARN,
                language.text(ending ? "calls.ending" : "calls.gone"),
                null));
  }
}
