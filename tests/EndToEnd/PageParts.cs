using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HandoffOffice.EndToEnd;

/// <summary>What a person looks for on a page, by its name.</summary>
internal static class PageParts
{
    /// <summary>The button of exactly this name.</summary>
    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The button of exactly this name in a dialog or a group.</summary>
    public static ILocator Button(this ILocator part, string name) => part.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The dialog that is open.</summary>
    public static ILocator OpenDialog(this IPage page) => page.GetByRole(AriaRole.Dialog);

    /// <summary>The downloaded file.</summary>
    public static async Task<byte[]> Bytes(this IDownload download)
    {
        using var bytes = new MemoryStream();
        await (await download.CreateReadStreamAsync()).CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    /// <summary>Goes on as another of the local people.</summary>
    public static async Task SwitchTo(this IPage page, string person)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch person" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = person }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = person }).First).ToBeVisibleAsync();
    }
}
