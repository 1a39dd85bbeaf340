package org.comuta.tests.harness;

import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.openqa.selenium.By;
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

  private final URI base;
  private final WebDriver driver;
  private final WebDriverWait wait;

  private Browser(URI base, WebDriver driver) {
    this.base = base;
    this.driver = driver;
    this.wait = new WebDriverWait(driver, PATIENCE);
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

  /** The path it is at. */
  public String path() {
    return URI.create(driver.getCurrentUrl()).getPath();
  }

  /** Types into the field of this identity, whatever was there before. */
  public void type(String id, String text) {
    WebElement field = see(By.id(id));
    field.clear();
    field.sendKeys(text);
  }

  /** Clicks what this selector finds, once it can be. */
  public void click(String selector) {
    wait.until(ExpectedConditions.elementToBeClickable(By.cssSelector(selector))).click();
  }

  /** The text of what this selector finds, once it is visible. */
  public String text(String selector) {
    return see(By.cssSelector(selector)).getText();
  }

  /** Waits until this text stands where the selector points to. */
  public void awaitText(String selector, String text) {
    wait.until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(selector), text));
  }

  /** Waits until the browser is at this path. */
  public void awaitPath(String path) {
    wait.until(ignored -> path().equals(path));
  }

  /** The texts of everything this selector finds now. */
  public List<String> texts(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream().map(WebElement::getText).toList();
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
