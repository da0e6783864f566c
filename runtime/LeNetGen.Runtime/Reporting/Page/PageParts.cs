using LeNetGen.Reporting.Drawing;

namespace LeNetGen.Reporting.Page;

/// <summary>What sections of a page are made of.</summary>
internal static class PageParts
{
    /// <summary>Opens a section under its heading, with a line about it.</summary>
    public static void OpenSection(this MarkupWriter page, string heading, string lead)
    {
        page.Open("section");
        page.Text("h2", heading);
        if (lead.Length > 0)
            page.Text("p", lead, ("class", "lead"));
    }

    /// <summary>A section of one picture, whose subtitle it has for a line.</summary>
    public static void PictureSection(this MarkupWriter page, string heading, Picture picture)
    {
        page.OpenSection(heading, picture.Subtitle);
        page.Figure(picture);
        page.Close();
    }

    /// <summary>A picture.</summary>
    public static void Figure(this MarkupWriter page, Picture picture)
    {
        page.Open("figure");
        picture.WriteTo(page);
        page.Close();
    }

    /// <summary>Opens a table under its header; a wide one scrolls. Close it with <see cref="CloseTable"/>.</summary>
    public static void OpenTable(this MarkupWriter page, params ReadOnlySpan<string> headers)
    {
        page.Open("div", ("class", "scroll"));
        page.Open("table");
        page.Open("thead");
        page.Open("tr");
        foreach (string header in headers)
            page.Text("th", header);
        page.Close();
        page.Close();
        page.Open("tbody");
    }

    /// <summary>Closes a table.</summary>
    public static void CloseTable(this MarkupWriter page)
    {
        page.Close();
        page.Close();
        page.Close();
    }

    /// <summary>A row of a table.</summary>
    public static void Row(this MarkupWriter page, string kind, params ReadOnlySpan<string> cells)
    {
        if (kind.Length > 0)
            page.Open("tr", ("class", kind));
        else
            page.Open("tr");
        foreach (string cell in cells)
            page.Text("td", cell);
        page.Close();
    }

    /// <summary>Text that is shown when it is asked for.</summary>
    public static void Source(this MarkupWriter page, string heading, string text, bool isOpen = false)
    {
        page.OpenDetails(heading, isOpen);
        page.Text("pre", text);
        page.Close();
    }

    /// <summary>Opens what is shown when it is asked for.</summary>
    public static void OpenDetails(this MarkupWriter page, string heading, bool isOpen)
    {
        if (isOpen)
            page.Open("details", ("open", "open"));
        else
            page.Open("details");
        page.Text("summary", heading);
    }
}
