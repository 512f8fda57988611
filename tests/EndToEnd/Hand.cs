using Microsoft.Playwright;

namespace HandoffOffice.EndToEnd;

/// <summary>A person's hand on keyboard and mouse: each key and each click is one action.</summary>
internal sealed class Hand(IPage page)
{
    /// <summary>Actions so far.</summary>
    public int Actions { get; private set; }

    public Task Press(string key)
    {
        Actions++;
        return page.Keyboard.PressAsync(key);
    }

    public Task Click(ILocator target)
    {
        Actions++;
        return target.ClickAsync();
    }
}
