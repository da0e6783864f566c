namespace LeNetGen.Reporting.Drawing;

/// <summary>The one look of all pictures: fonts, sizes, colours.</summary>
internal static class PictureStyle
{
    /// <summary>The width of every picture that does not need another, in pixels.</summary>
    public const double Width = 960;

    /// <summary>The free space on both sides, in pixels.</summary>
    public const double Margin = 32;

    /// <summary>The fonts: the reader's system's own sans-serif.</summary>
    public const string FontFamily = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

    /// <summary>The classes that pictures use. A page that holds pictures holds it once for all of them.</summary>
    // Blue and orange: distinguishable in every common form of colour blindness, and in grey by their lightness.
    public const string Sheet = $$"""
        text { font-family: {{FontFamily}}; font-size: 12px; fill: #374151; }
        .title { font-size: 19px; font-weight: 600; fill: #111827; }
        .subtitle { font-size: 13px; fill: #6b7280; }
        .heading { font-size: 14px; font-weight: 600; }
        .share { font-size: 11px; font-variant-numeric: tabular-nums; }
        .name { font-size: 13px; font-weight: 600; fill: #111827; }
        .label { font-size: 12px; fill: #6b7280; }
        .small { font-size: 11px; fill: #6b7280; }
        .tiny { font-size: 9px; fill: #6b7280; }
        .label, .small, .tiny, .number { font-variant-numeric: tabular-nums; }
        .legend { font-size: 13px; }
        .last { font-size: 12px; font-weight: 600; font-variant-numeric: tabular-nums; }
        .strong { font-weight: 600; }
        .right { fill: #1d5fd1; }
        .wrong { fill: #b45309; }
        .light { fill: #ffffff; }
        .dark { fill: #111827; }
        .middle { text-anchor: middle; }
        .end { text-anchor: end; }
        .grid { stroke: #e5e7eb; stroke-width: 1; }
        .axis { stroke: #9ca3af; stroke-width: 1; }
        .frame { fill: none; stroke: #d1d5db; stroke-width: 1; }
        .empty { fill: #f9fafb; }
        .gap { stroke: #ffffff; stroke-width: 1; }
        .track { fill: #f3f4f6; }
        .arrow { fill: none; stroke: #9ca3af; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
        .pixels { image-rendering: pixelated; }
        .curve { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
        .curve.training { stroke: #1d5fd1; }
        .curve.training circle, .last.training { fill: #1d5fd1; }
        .curve.validation { stroke: #e8730c; }
        .curve.validation circle { fill: #e8730c; }
        .last.validation { fill: #b45309; }
        .curve circle { stroke: #ffffff; stroke-width: 1; }
        """;
}
