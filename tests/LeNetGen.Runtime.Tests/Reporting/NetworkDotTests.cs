using LeNetGen.Reporting;

namespace LeNetGen.Runtime.Tests.Reporting;

public sealed class NetworkDotTests
{
    [Fact]
    public void Of_D2L_IsItsGraphLetterForLetter()
    {
        const string expected = """
            digraph network {
              graph [rankdir=TB, ranksep=0.3, bgcolor="#ffffff", pad=0.2, fontname="Helvetica,Arial,sans-serif", fontsize=15, labelloc=t,
                label=<<B>LeNet</B><BR/><FONT POINT-SIZE="10" COLOR="#4b5563">61,706 parameters · 416,520 multiply-adds</FONT><BR/> >];
              node [shape=plain, fontname="Helvetica,Arial,sans-serif", fontsize=12, fontcolor="#111827"];
              edge [color="#6b7280", arrowsize=0.7];

              input [label=<
                <TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="5" COLOR="#4b5563" BGCOLOR="#ffffff">
                  <TR><TD ROWSPAN="1" WIDTH="190" BGCOLOR="#f9fafb"><B>input</B><BR/><FONT POINT-SIZE="10" COLOR="#4b5563">pixels ÷ 255</FONT></TD>
                  <TD><FONT POINT-SIZE="10" COLOR="#4b5563">output</FONT></TD><TD WIDTH="80">1@28×28</TD></TR>
                </TABLE>>];
              layer1 [label=<
                <TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="5" COLOR="#1d5fd1" BGCOLOR="#ffffff">
                  <TR><TD ROWSPAN="2" WIDTH="190" BGCOLOR="#e8effb"><B>Conv2D_1</B><BR/><FONT POINT-SIZE="10" COLOR="#4b5563">Conv2D · 5×5, same, sigmoid</FONT></TD>
                  <TD><FONT POINT-SIZE="10" COLOR="#4b5563">input</FONT></TD><TD WIDTH="80">1@28×28</TD></TR>
                  <TR><TD><FONT POINT-SIZE="10" COLOR="#4b5563">output</FONT></TD><TD WIDTH="80">6@28×28</TD></TR>
                  <TR><TD COLSPAN="3"><FONT POINT-SIZE="10" COLOR="#4b5563">156 parameters · 117,600 multiply-adds</FONT></TD></TR>
                </TABLE>>];
              layer2 [label=<
                <TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="5" COLOR="#0f766e" BGCOLOR="#ffffff">
                  <TR><TD ROWSPAN="2" WIDTH="190" BGCOLOR="#e3f3f0"><B>AveragePooling2D_1</B><BR/><FONT POINT-SIZE="10" COLOR="#4b5563">AveragePooling2D · 2×2</FONT></TD>
                  <TD><FONT POINT-SIZE="10" COLOR="#4b5563">input</FONT></TD><TD WIDTH="80">6@28×28</TD></TR>
                  <TR><TD><FONT POINT-SIZE="10" COLOR="#4b5563">output</FONT></TD><TD WIDTH="80">6@14×14</TD></TR>
                </TABLE>>];
              layer3 [label=<
                <TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="5" COLOR="#1d5fd1" BGCOLOR="#ffffff">
                  <TR><TD ROWSPAN="2" WIDTH="190" BGCOLOR="#e8effb"><B>Conv2D_2</B><BR/><FONT POINT-SIZE="10" COLOR="#4b5563">Conv2D · 5×5, sigmoid</FONT></TD>
                  <TD><FONT POINT-SIZE="10" COLOR="#4b5563">input</FONT></TD><TD WIDTH="80">6@14×14</TD></TR>
                  <TR><TD><FONT POINT-SIZE="10" COLOR="#4b5563">output</FONT></TD><TD WIDTH="80">16@10×10</TD></TR>
                  <TR><TD COLSPAN="3"><FONT POINT-SIZE="10" COLOR="#4b5563">2,416 parameters · 240,000 multiply-adds</FONT></TD></TR>
                </TABLE>>];
              layer4 [label=<
                <TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="5" COLOR="#0f766e" BGCOLOR="#ffffff">
                  <TR><TD ROWSPAN="2" WIDTH="190" BGCOLOR="#e3f3f0"><B>AveragePooling2D_2</B><BR/><FONT POINT-SIZE="10" COLOR="#4b5563">AveragePooling2D · 2×2</FONT></TD>
                  <TD><FONT POINT-SIZE="10" COLOR="#4b5563">input</FONT></TD><TD WIDTH="80">16@10×10</TD></TR>
                  <TR><TD><FONT POINT-SIZE="10" COLOR="#4b5563">output</FONT></TD><TD WIDTH="80">16@5×5</TD></TR>
                </TABLE>>];
              layer5 [label=<
                <TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="5" COLOR="#6b7280" BGCOLOR="#ffffff">
                  <TR><TD ROWSPAN="2" WIDTH="190" BGCOLOR="#f3f4f6"><B>Flatten_1</B><BR/><FONT POINT-SIZE="10" COLOR="#4b5563">Flatten</FONT></TD>
                  <TD><FONT POINT-SIZE="10" COLOR="#4b5563">input</FONT></TD><TD WIDTH="80">16@5×5</TD></TR>
                  <TR><TD><FONT POINT-SIZE="10" COLOR="#4b5563">output</FONT></TD><TD WIDTH="80">400</TD></TR>
                </TABLE>>];
              layer6 [label=<
                <TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="5" COLOR="#c2560a" BGCOLOR="#ffffff">
                  <TR><TD ROWSPAN="2" WIDTH="190" BGCOLOR="#fdf0e4"><B>Dense_1</B><BR/><FONT POINT-SIZE="10" COLOR="#4b5563">Dense · sigmoid</FONT></TD>
                  <TD><FONT POINT-SIZE="10" COLOR="#4b5563">input</FONT></TD><TD WIDTH="80">400</TD></TR>
                  <TR><TD><FONT POINT-SIZE="10" COLOR="#4b5563">output</FONT></TD><TD WIDTH="80">120</TD></TR>
                  <TR><TD COLSPAN="3"><FONT POINT-SIZE="10" COLOR="#4b5563">48,120 parameters · 48,000 multiply-adds</FONT></TD></TR>
                </TABLE>>];
              layer7 [label=<
                <TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="5" COLOR="#c2560a" BGCOLOR="#ffffff">
                  <TR><TD ROWSPAN="2" WIDTH="190" BGCOLOR="#fdf0e4"><B>Dense_2</B><BR/><FONT POINT-SIZE="10" COLOR="#4b5563">Dense · sigmoid</FONT></TD>
                  <TD><FONT POINT-SIZE="10" COLOR="#4b5563">input</FONT></TD><TD WIDTH="80">120</TD></TR>
                  <TR><TD><FONT POINT-SIZE="10" COLOR="#4b5563">output</FONT></TD><TD WIDTH="80">84</TD></TR>
                  <TR><TD COLSPAN="3"><FONT POINT-SIZE="10" COLOR="#4b5563">10,164 parameters · 10,080 multiply-adds</FONT></TD></TR>
                </TABLE>>];
              layer8 [label=<
                <TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="5" COLOR="#c2560a" BGCOLOR="#ffffff">
                  <TR><TD ROWSPAN="2" WIDTH="190" BGCOLOR="#fdf0e4"><B>Dense_3</B><BR/><FONT POINT-SIZE="10" COLOR="#4b5563">Dense · softmax</FONT></TD>
                  <TD><FONT POINT-SIZE="10" COLOR="#4b5563">input</FONT></TD><TD WIDTH="80">84</TD></TR>
                  <TR><TD><FONT POINT-SIZE="10" COLOR="#4b5563">output</FONT></TD><TD WIDTH="80">10</TD></TR>
                  <TR><TD COLSPAN="3"><FONT POINT-SIZE="10" COLOR="#4b5563">850 parameters · 840 multiply-adds</FONT></TD></TR>
                </TABLE>>];

              input -> layer1 -> layer2 -> layer3 -> layer4 -> layer5 -> layer6 -> layer7 -> layer8;
            }

            """;

        Assert.Equal(expected.ReplaceLineEndings("\n"), NetworkDot.Of(Networks.D2L));
    }

    [Fact]
    public void Of_Dropout_IsANodeOfItsOwnColour() => Assert.Contains(
        """
          layer4 [label=<
            <TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="5" COLOR="#7c3aed" BGCOLOR="#ffffff">
              <TR><TD ROWSPAN="2" WIDTH="190" BGCOLOR="#f1ebfd"><B>Dropout_2</B><BR/><FONT POINT-SIZE="10" COLOR="#4b5563">Dropout · rate 0.5, only in training</FONT></TD>
              <TD><FONT POINT-SIZE="10" COLOR="#4b5563">input</FONT></TD><TD WIDTH="80">7</TD></TR>
              <TR><TD><FONT POINT-SIZE="10" COLOR="#4b5563">output</FONT></TD><TD WIDTH="80">7</TD></TR>
            </TABLE>>];

        """.ReplaceLineEndings("\n"),
        NetworkDot.Of(Networks.Dropped),
        StringComparison.Ordinal);

    [Fact]
    public void Of_NamesThatMeanSomethingInMarkup_AreEscaped()
    {
        string graph = NetworkDot.Of(Networks.Named("Net<\"&\">\0", "a<b>&c"));

        Assert.Contains("<B>Net&lt;&quot;&amp;&quot;&gt;\ufffd</B>", graph, StringComparison.Ordinal);
        Assert.Contains("<B>a&lt;b&gt;&amp;c</B>", graph, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_HostileCulture_IsTheSame()
    {
        string expected = NetworkDot.Of(Networks.D2L);
        using var culture = new HostileCulture();

        Assert.Equal(expected, NetworkDot.Of(Networks.D2L));
    }
}
