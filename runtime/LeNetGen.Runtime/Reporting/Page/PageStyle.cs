using LeNetGen.Reporting.Drawing;

namespace LeNetGen.Reporting.Page;

/// <summary>The look of a page, in the colours of <see cref="PictureStyle"/>.</summary>
internal static class PageStyle
{
    /// <summary>
    /// The style sheet beside that of pictures. HTML takes a style sheet literally and XML reads it as text, so it holds nothing that
    /// has to be escaped.
    /// </summary>
    public const string Sheet = $$"""
        :root { color-scheme: light; }
        html { background: #f3f4f6; -webkit-text-size-adjust: 100%; }
        body { margin: 0; font: 15px/1.55 {{PictureStyle.FontFamily}}; color: #374151; }
        main { box-sizing: border-box; max-width: 1020px; margin: 0 auto; padding: 40px 24px; }
        h1 { margin: 0; font-size: 28px; line-height: 1.25; font-weight: 650; color: #111827; overflow-wrap: anywhere; }
        h2 { margin: 0; font-size: 19px; font-weight: 600; color: #111827; }
        h3 { margin: 28px 0 8px; font-size: 14px; font-weight: 600; }
        .setting { margin: 6px 0 0; color: #6b7280; overflow-wrap: anywhere; }
        .notice {
          margin: 20px 0 0; padding: 12px 16px; border-left: 4px solid #e8730c; border-radius: 4px;
          background: #fdf0e4; color: #7c3a05;
        }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin: 28px 0 0; }
        .figures div { padding: 14px 16px; border-radius: 10px; background: #ffffff; box-shadow: 0 1px 2px rgba(17, 24, 39, 0.08); }
        .figures dt { font-size: 12px; color: #6b7280; }
        .figures dd {
          margin: 2px 0 0; font-size: 24px; line-height: 1.25; font-weight: 600; color: #111827;
          font-variant-numeric: tabular-nums;
        }
        .figures .note { font-size: 12px; font-weight: 400; color: #6b7280; }
        section { margin: 20px 0 0; padding: 28px; border-radius: 10px; background: #ffffff; box-shadow: 0 1px 2px rgba(17, 24, 39, 0.08); }
        .lead { margin: 4px 0 0; color: #6b7280; }
        figure { margin: 20px 0 0; overflow-x: auto; }
        svg { display: block; max-width: 100%; height: auto; }
        table { border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; }
        .scroll { overflow-x: auto; }
        th {
          padding: 6px 20px 6px 0; font-weight: 500; color: #6b7280; text-align: right; white-space: nowrap;
          border-bottom: 1px solid #9ca3af;
        }
        td { padding: 5px 20px 5px 0; text-align: right; border-bottom: 1px solid #e5e7eb; }
        th:first-child, td:first-child { text-align: left; }
        tr.total td { font-weight: 600; color: #111827; border-bottom: 0; }
        tr.best td { font-weight: 600; color: #1d5fd1; }
        td .bar {
          display: inline-block; width: 80px; height: 6px; margin-left: 10px; border-radius: 3px; background: #f3f4f6;
          vertical-align: 2px;
        }
        td .bar i { display: block; height: 6px; border-radius: 3px; background: #1d5fd1; }
        details { margin: 16px 0 0; border-top: 1px solid #e5e7eb; padding: 12px 0 0; }
        summary { cursor: pointer; font-size: 14px; font-weight: 600; color: #374151; }
        pre {
          margin: 12px 0 0; padding: 16px; overflow-x: auto; border-radius: 6px; background: #f9fafb; color: #1f2937;
          font: 12px/1.45 ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
        }
        footer { margin: 24px 0 0; font-size: 12px; color: #6b7280; }
        @media (max-width: 640px) {
          main { padding: 20px 10px; }
          section { padding: 18px 14px; }
          figure svg { min-width: 620px; max-width: none; }
        }
        @media print {
          html { background: #ffffff; }
          main { max-width: none; padding: 0; }
          section { padding: 0; margin: 28px 0 0; box-shadow: none; }
          .figures div { box-shadow: none; border: 1px solid #d1d5db; break-inside: avoid; }
          h2, .lead { break-after: avoid; }
          figure, tr { break-inside: avoid; }
          pre { white-space: pre-wrap; }
          svg, .bar, .bar i, .notice { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }
        """;
}
