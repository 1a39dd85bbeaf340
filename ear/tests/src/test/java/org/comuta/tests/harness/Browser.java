package org.comuta.tests.harness;

import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium without a window, with cookies of its own. */
public final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** More than any page has. */
  private static final int MOST_STOPS = 300;

  private final URI base;
  private final WebDriver driver;
  private final WebDriverWait wait;

  private Browser(URI base, WebDriver driver) {
    this.base = base;
    this.driver = driver;
    this.wait = new Patience(driver);
    // Live pages replace their rows while somebody reads them: the next look sees the new ones.
    this.wait.ignoring(StaleElementReferenceException.class);
  }

  /** Waits, and tells where the browser stands when it waited in vain. */
  private static final class Patience extends WebDriverWait {
    private final WebDriver driver;

    Patience(WebDriver driver) {
      super(driver, PATIENCE);
      this.driver = driver;
    }

    @Override
    protected RuntimeException timeoutException(String message, @Nullable Throwable lastException) {
      String page = driver.findElement(By.tagName("body")).getText();
      return super.timeoutException(
          message + " at " + driver.getCurrentUrl() + ", where it reads: " + page, lastException);
    }
  }

  /** A browser of somebody who reads this language, such as {@code pt-BR}. */
  public static Browser open(URI base, String language) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--window-size=1366,768",
        "--accept-lang=" + language);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File("/usr/bin/chromedriver"))
            .usingAnyFreePort()
            .build();
    return new Browser(base, new ChromeDriver(service, options));
  }

  /** Goes to a path of the server. */
  public void go(String path) {
    driver.get(base.resolve(path).toString());
  }

  /** Signs in, and waits until the portal is there, whichever page it begins with. */
  public void signIn(String name, String password) {
    go("/sign-in.xhtml");
    type("name", name);
    type("password", password);
    click("#enter");
    see(By.id("accountMenu"));
  }

  /** The path it is at. */
  public String path() {
    return URI.create(driver.getCurrentUrl()).getPath();
  }

  /** Waits until the address has this in it. */
  public void awaitUrl(String part) {
    wait.until(ExpectedConditions.urlContains(part));
  }

  /** Types into the field of this identity, whatever was there before. */
  public void type(String id, String text) {
    WebElement field = see(By.id(id));
    field.clear();
    field.sendKeys(text);
  }

  /** Clicks what this selector finds, once it can be. */
  public void click(String selector) {
    WebElement element =
        wait.until(ExpectedConditions.elementToBeClickable(By.cssSelector(selector)));
    // As a person would: away from the bar that stays at the top.
    ((JavascriptExecutor) driver)
        .executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    element.click();
  }

  /** The text of what this selector finds, once it is visible. */
  public String text(String selector) {
    return see(By.cssSelector(selector)).getText();
  }

  /** Waits until this text stands where the selector points to. */
  public void awaitText(String selector, String text) {
    wait.until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(selector), text));
  }

  /** Waits until the browser is at this path, and all of the page is there. */
  public void awaitPath(String path) {
    wait.until(
        ignored -> path().equals(path) && run("return document.readyState").equals("complete"));
  }

  /** Presses keys, or types a text, where the focus is. */
  public void keys(CharSequence... keys) {
    // The page may replace what has the focus just now, and gives it the focus again.
    wait.until(
        ignored -> {
          try {
            driver.switchTo().activeElement().sendKeys(keys);
            return true;
          } catch (StaleElementReferenceException replaced) {
            return false;
          }
        });
  }

  /** Presses the tabulator until what this selector finds has the focus. */
  public void tabTo(String selector) {
    pressUntil(Keys.TAB, selector);
  }

  /** Presses a key until what this selector finds has the focus; fails when it never has. */
  public void pressUntil(Keys key, String selector) {
    for (int i = 0; i < MOST_STOPS; i++) {
      if (hasFocus(selector)) {
        return;
      }
      keys(key);
    }
    throw new IllegalStateException("The keyboard does not reach " + selector);
  }

  private boolean hasFocus(String selector) {
    return run("return document.activeElement.matches(arguments[0])", selector).equals(true);
  }

  /** The texts of everything this selector finds now, each in one line. */
  public List<String> lines(String selector) {
    return texts(selector).stream().map(text -> text.replaceAll("\\s+", " ")).toList();
  }

  /** Waits until the texts of everything this selector finds, each in one line, are these. */
  public void awaitLines(String selector, String... lines) {
    wait.until(
        ignored -> {
          try {
            return lines(selector).equals(List.of(lines));
          } catch (StaleElementReferenceException renewed) {
            return false;
          }
        });
  }

  /** Waits until what this selector finds has the focus. */
  public void awaitFocus(String selector) {
    wait.until(ignored -> hasFocus(selector));
  }

  /** Waits until this selector finds nothing that is to be seen. */
  public void awaitNone(String selector) {
    wait.until(ExpectedConditions.invisibilityOfElementLocated(By.cssSelector(selector)));
  }

  /** Whether this selector finds something that is to be seen. */
  public boolean sees(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream().anyMatch(WebElement::isDisplayed);
  }

  /** What a field of text holds. */
  public String value(String selector) {
    return String.valueOf(see(By.cssSelector(selector)).getDomProperty("value"));
  }

  /** Whether the page would ask before it is left. */
  public boolean asksBeforeLeaving() {
    return run("var e = new Event('beforeunload', {cancelable: true}); window.dispatchEvent(e);"
            + " return e.defaultPrevented")
        .equals(true);
  }

  /** What this script of the page returns; false where it returns nothing. */
  public Object run(String script, Object... arguments) {
    return Objects.requireNonNullElse(
        ((JavascriptExecutor) driver).executeScript(script, arguments), false);
  }

  /** The texts of everything this selector finds now. */
  public List<String> texts(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream().map(WebElement::getText).toList();
  }

  /** What an attribute of the element that this selector finds says; empty when it has none. */
  public String attribute(String selector, String name) {
    String value = driver.findElement(By.cssSelector(selector)).getDomAttribute(name);
    return value == null ? "" : value;
  }

  /** Waits until an attribute of the element that this selector finds says this. */
  public void awaitAttribute(String selector, String name, String value) {
    wait.until(ignored -> attribute(selector, name).equals(value));
  }

  /** Waits until something is so. */
  public void await(BooleanSupplier something) {
    wait.until(ignored -> something.getAsBoolean());
  }

  /** Chooses what is called so from the menu of this identity, by its filter where it has one. */
  public void choose(String id, String label) {
    see(By.id(id)).click();
    By panel = By.id(id + "_panel");
    see(panel);
    wait.until(ignored -> hasOpened(panel));
    driver.findElements(By.id(id + "_filter")).forEach(filter -> filter.sendKeys(label));
    By item = By.xpath("//*[@id='" + id + "_panel']//li[normalize-space()='" + label + "']");
    wait.until(ExpectedConditions.elementToBeClickable(item)).click();
    wait.until(ExpectedConditions.textToBe(By.id(id + "_label"), label));
    wait.until(ExpectedConditions.invisibilityOfElementLocated(panel));
  }

  /** Whether it moves no more: until then a click may meet what lies beside. */
  private boolean hasOpened(By panel) {
    String classes = String.valueOf(driver.findElement(panel).getDomAttribute("class"));
    return !classes.contains("-enter") || classes.contains("-enter-done");
  }

  /** Value of a CSS property of the element that this selector finds. */
  public String style(String selector, String property) {
    return driver.findElement(By.cssSelector(selector)).getCssValue(property);
  }

  /** Value of a cookie that scripts may not read. */
  public String cookie(String name) {
    var cookie = driver.manage().getCookieNamed(name);
    if (cookie == null || !cookie.isHttpOnly()) {
      throw new IllegalStateException(name + " is no HttpOnly cookie here");
    }
    return cookie.getValue();
  }

  private WebElement see(By where) {
    return wait.until(ExpectedConditions.visibilityOfElementLocated(where));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
